// Public reads are answered from memory until the edition changes, the same for everybody; nothing else is kept. On a real HTTP server.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Front, type FrontOptions } from './front.ts'

type Asked = { url: string; headers: IncomingMessage['headers'] }
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A front on a port; `state` is what the program behind sees and what the test changes. */
async function serve(draw?: (request: IncomingMessage, response: ServerResponse) => void, more: Partial<FrontOptions> = {}) {
  const state = { edition: 1, today: '2026-01-01', asked: [] as Asked[], text: 'first text' }
  const behind = async (request: IncomingMessage, response: ServerResponse) => {
    state.asked.push({ url: request.url ?? '', headers: request.headers })
    if (draw) return draw(request, response)
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'private, no-store', vary: 'rsc, next-router-state-tree' })
    response.write('<html><body>')
    await new Promise((done) => setImmediate(done))
    response.end(`${state.text} ${'and so on. '.repeat(200)}<script>flight</script></body></html>`)
  }
  const front = new Front({
    behind,
    baseUrl: 'https://measures.example.org',
    isPublic: (path) => !path.startsWith('/desk'),
    edition: async () => String(state.edition),
    bytes: 1_000_000,
    now: () => Date.parse(`${state.today}T12:00:00.500Z`),
    ...more,
  })
  const server = createServer((request, response) => void front.answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(url + path, { method, headers: { 'accept-encoding': 'identity', ...headers }, redirect: 'manual' })
  return { state, get }
}

test('L2 what is unlisted is drawn as a plain document, without cookies, each time anew, and what shows nothing by its own page', async () => {
  const unlisted = { is: (path: string) => path.startsWith('/preview'), instead: '/preview' }
  const { state, get } = await serve(
    (request, response) => {
      const gone = request.url === '/preview/gone'
      response.writeHead(gone ? 404 : 200, { 'content-type': 'text/html', 'set-cookie': 'preview=1' })
      response.end(gone ? '<html id="__next_error__"></html>' : `<html><body>${request.url}<script>flight</script></body></html>`)
    },
    { unlisted, proxyKeeps: true },
  )
  for (let time = 0; time < 2; time++) {
    const answer = await get('/preview/token?sent=1', { cookie: 'next-auth.session-token=x', rsc: '1' })
    expect(await answer.text()).toBe('<html><body>/preview/token?sent=1</body></html>')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    for (const name of ['set-cookie', 'x-accel-expires']) expect(answer.headers.get(name), name).toBeNull()
  }
  expect(state.asked.map(({ headers }) => [headers.cookie, headers.rsc])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
  const gone = await get('/preview/gone')
  expect([gone.status, await gone.text()]).toEqual([404, '<html><body>/preview</body></html>'])
})

test('what a form left open is taken out of the address of a page, and out of nothing that machines ask', async () => {
  const { state, get } = await serve()
  const html = { accept: 'text/html,application/xhtml+xml' }
  const where = async (path: string, headers: Record<string, string> = html) => {
    const { status, headers: said } = await get(path, headers)
    return [status, said.get('location')]
  }
  expect(await where('/measures?q=data+retention&sort=&asOf=&pillar=4')).toEqual([301, '/measures?q=data+retention&pillar=4'])
  expect(await where('/measures?q=&sort=')).toEqual([301, '/measures'])
  expect(state.asked).toEqual([])
  expect(await where('/measures?q=a%3D&pillar=4')).toEqual([200, null])
  expect(await where('/measures?q=', { accept: '*/*' })).toEqual([200, null])
  for (const path of ['/api/v1/measures?fields=', '//elsewhere.example?q=', '/\\elsewhere.example?q='])
    expect(await where(path), path).toEqual([200, null])
})

describe('what is kept', () => {
  test('is drawn once, and again when the edition or the day has changed', async () => {
    const { state, get } = await serve()
    expect(await (await get('/measures')).text()).toContain('first text')
    state.text = 'second text'
    expect(await (await get('/measures')).text()).toContain('first text')
    state.edition = 2
    expect(await (await get('/measures')).text()).toContain('second text')
    state.today = '2026-01-02'
    await get('/measures')
    expect(state.asked.length).toBe(3)
  })

  test('is drawn once for all who ask at the same moment', async () => {
    const { state, get } = await serve()
    await Promise.all(Array.from({ length: 20 }, () => get('/measures')))
    expect(state.asked.length).toBe(1)
  })

  test('L11 what was drawn while a publication was made is not taken for the new edition', async () => {
    let publish = () => {}
    const { state, get } = await serve((_, response) => {
      const { text } = state // read before the publication …
      publish()
      response.writeHead(200, { 'content-type': 'text/html' }).end(text) // … and sent after it
    })
    publish = () => {
      state.edition = 2
      state.text = 'withdrawn'
    }
    expect(await (await get('/measures/KZ-0001')).text()).toBe('first text')
    publish = () => {}
    expect(await (await get('/measures/KZ-0001')).text()).toBe('withdrawn')
  })

  test('L2 knows no cookie, no authorization and no header of a framework', async () => {
    const { state, get } = await serve()
    const secret = {
      cookie: '__prerender_bypass=1; next-auth.session-token=abc',
      authorization: 'Bearer x',
      'x-middleware-subrequest': 'proxy',
      rsc: '1',
    }
    const first = await (await get('/measures?_rsc=1b', { ...secret, 'next-action': 'x', host: 'evil.example' })).text()
    const second = await get('/measures')
    expect(await second.text()).toBe(first)
    expect(state.asked.map(({ url }) => url)).toEqual(['/measures'])
    expect(Object.keys(state.asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'host',
      'user-agent',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
    ])
    expect(state.asked[0]?.headers.host).toBe('measures.example.org')
    expect(second.headers.get('vary')).toBe('Accept-Encoding')
    expect(second.headers.get('cache-control')).toBe('public, no-cache')
    expect(second.headers.get('content-security-policy')).toContain(`script-src 'self';`)
    expect(first).not.toContain('<script')
  })

  test('a search keeps its question; a hostile address does not fill the memory', async () => {
    const { state, get } = await serve()
    await get('/measures?q=a&_rsc=x&page=2')
    expect(state.asked[0]?.url).toBe('/measures?q=a&page=2')
    for (let n = 0; n < 2; n++) await get(`/measures?q=${'x'.repeat(3000)}`)
    expect(state.asked.length).toBe(3)
  })

  test('answers from the program when the edition cannot be read', async () => {
    const { state, get } = await serve(undefined, { edition: () => Promise.reject(new Error('no database')) })
    for (let n = 0; n < 2; n++) expect((await get('/measures')).status).toBe(200)
    expect(state.asked.length).toBe(2)
  })
})

describe('what is never kept', () => {
  test.each([
    ['a fault', 500, {}],
    ['what sets a cookie', 200, { 'set-cookie': 'a=b' }],
    ['what a route forbids to keep', 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }],
    ['too many requests', 429, {}],
  ])('%s', async (_, status, headers) => {
    const { state, get } = await serve((_request, response) => void response.writeHead(status, headers).end('x'))
    for (let n = 0; n < 2; n++) {
      const answer = await get('/api/v1/measures')
      expect(answer.status).toBe(status)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(state.asked.length).toBe(2)
  })

  test('L3 the desk, and whatever is not a read: the program gets them as they came', async () => {
    const { state, get } = await serve((_, response) => void response.end('x'))
    await get('/desk/measures', { cookie: 'a=b' })
    await get('/measures', { 'next-action': 'x' }, 'POST')
    await get('/measures', {}, 'OPTIONS')
    expect(state.asked.map(({ url, headers }) => [url, headers.cookie ?? headers['next-action'] ?? ''])).toEqual([
      ['/desk/measures', 'a=b'],
      ['/measures', 'x'],
      ['/measures', ''],
    ])
  })

  test('the limits that one reader was told, and the answer for another time', async () => {
    const { state, get } = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'ratelimit-remaining': '3', vary: 'accept-datetime' })
      response.end(`as of ${request.headers['accept-datetime'] ?? 'now'}`)
    })
    const past = { 'accept-datetime': 'Thu, 31 May 2007 20:35:00 GMT' }
    expect(await (await get('/measures/KZ-0001', past)).text()).toContain('2007')
    const now = await get('/measures/KZ-0001')
    expect([await now.text(), now.headers.get('vary'), now.headers.get('ratelimit-remaining')]).toEqual([
      'as of now',
      'Accept-Encoding, accept-datetime',
      null,
    ])
    expect(await (await get('/measures/KZ-0001', past)).text()).toContain('2007')
    expect(state.asked.length).toBe(3)
  })
})

describe('how it is sent', () => {
  test('compressed as the reader accepts, with a validator for each encoding', async () => {
    const { get } = await serve()
    const plain = await (await get('/measures')).text()
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['*', 'br'],
      ['identity', null],
      ['br;q=0', null],
    ] as const) {
      const answer = await get('/measures', { 'accept-encoding': accepted })
      expect([accepted, answer.headers.get('content-encoding')]).toEqual([accepted, encoding])
      expect(await answer.text()).toBe(plain)
      const etag = answer.headers.get('etag') ?? ''
      expect(etag.endsWith(encoding ? `-${encoding}"` : '"')).toBe(true)
      const again = await get('/measures', { 'accept-encoding': accepted, 'if-none-match': `W/"x", ${etag}` })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
    }
  })

  test('HEAD has the headers of GET and no body', async () => {
    const { state, get } = await serve()
    const head = await get('/measures', {}, 'HEAD')
    const whole = await get('/measures')
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
    expect(head.headers.get('content-length')).toBe(String((await whole.text()).length))
    expect(await head.text()).toBe('')
    expect(state.asked.length).toBe(1)
  })

  test('a page that only a script would draw is answered with the page that says so', async () => {
    const { get } = await serve((request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end(
        request.url === '/_not-found' ? '<html><h1>Nothing here</h1></html>' : '<html id="__next_error__"><script>draw()</script></html>',
      )
    })
    const answer = await get('/measures/XX-9999')
    expect([answer.status, await answer.text()]).toEqual([404, '<html><h1>Nothing here</h1></html>'])
  })

  test('a page none of whose links stay has no such header', async () => {
    const link = '</_next/a.js>; rel=preload; as="script"'
    const { get } = await serve((_, response) => void response.writeHead(200, { 'content-type': 'text/html', link }).end('<html></html>'))
    expect((await get('/measures')).headers.get('link')).toBeNull()
  })
  test('links in the header stay, but for what would load the framework', async () => {
    const link = [
      '</a.css>; rel=preload; as="style"; nonce="x"',
      '</_next/a.js>; rel=preload; as="script"; nonce="x"',
      '</>; rel=preconnect; crossorigin=""',
      '<https://measures.example.org/measures/KZ-0001>; rel="original"',
    ].join(', ')
    const { get } = await serve((_, response) => void response.writeHead(200, { 'content-type': 'text/html', link }).end('<html></html>'))
    expect((await get('/measures')).headers.get('link')).toBe(
      '</a.css>; rel=preload; as="style", <https://measures.example.org/measures/KZ-0001>; rel="original"',
    )
  })

  test('a fault is told whole, with the number under which it is logged', async () => {
    const shell =
      '<html id="__next_error__"><head><link rel="stylesheet" href="/a.css" nonce="x"/></head><template data-dgst="4711"></template></html>'
    const { get } = await serve((_, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end(shell))
    const answer = await get('/measures')
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toContain('<strong class="ref text-ink">4711</strong>')
    expect(text).toContain('<link rel="stylesheet" href="/a.css"/>')
  })

  test('a page whose parts come later goes out as it came, with the policy that lets its scripts run', async () => {
    const page = '<html><template id="B:0"></template><script nonce="x">move()</script></html>'
    const headers = { 'content-type': 'text/html', 'content-security-policy': `script-src 'nonce-x'` }
    const { state, get } = await serve((_, response) => void response.writeHead(200, headers).end(page))
    for (let n = 0; n < 2; n++) {
      const answer = await get('/measures')
      expect([await answer.text(), answer.headers.get('content-security-policy')]).toEqual([page, `script-src 'nonce-x'`])
    }
    expect(state.asked.length).toBe(2)
  })

  test('a proxy that keeps answers is told until when: the end of this second', async () => {
    const { get } = await serve(undefined, { proxyKeeps: true })
    expect((await get('/measures')).headers.get('x-accel-expires')).toBe(`@${Date.parse('2026-01-01T12:00:00Z') / 1000}`)
    const { get: alone } = await serve()
    expect((await alone('/measures')).headers.get('x-accel-expires')).toBeNull()
  })
})
