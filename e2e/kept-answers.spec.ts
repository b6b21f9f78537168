// What the public is answered from memory: fresh in every process from the moment that somebody was told "published", the same for everybody, whole without scripts.
import { type ChildProcess, spawn } from 'node:child_process'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { freePort } from '../scripts/ports.ts'
import { actor, expect, given, test } from './fixtures.ts'

let second: { url: string; process: ChildProcess }

test.beforeAll(async () => {
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(port), JOBS: '0' }
  const server = spawn('node', ['scripts/serve.ts'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env })
  await new Promise((done, fail) => server.once('message', done).once('exit', fail))
  second = { url: `http://127.0.0.1:${port}`, process: server }
})
test.afterAll(async () => {
  const ended = new Promise((done) => second.process.once('exit', done))
  second.process.kill('SIGTERM')
  await ended
})

const places = (ref: string) => [
  `/measures/${ref}`,
  `/measures/${ref}/versions/1`,
  '/measures?economy=KZ&q=sealing',
  '/economies/KZ',
  '/changes',
  `/api/v1/measures/${ref}`,
  `/api/v1/measures/${ref}/versions`,
  '/api/v1/measures?economy=KZ&q=sealing',
  '/feeds/atom.xml',
  `/feeds/measures/${ref}/atom.xml`,
  `/timemap/measures/${ref}`,
  '/catalog.jsonld',
]

test('L11 what is published or withdrawn through one process is read in both at once, everywhere', async ({ request, baseURL }) => {
  const { ref } = await given.published({ description: 'Operators keep sealing wax in the first colour.' })
  const read = async (path: string) => {
    const texts = await Promise.all([baseURL, second.url].map(async (origin) => (await request.get(`${origin}${path}`)).text()))
    return texts.map((text) => text.replaceAll(/https?:\/\/(localhost|127\.0\.0\.1):\d+/g, ''))
  }
  for (const path of places(ref)) await read(path) // now both have them in memory
  for (let round = 2; round < 6; round++) {
    const next = await given.amendment(ref, {
      description: `Operators keep sealing wax in colour number ${round}.`,
      changeNote: `Colour ${round}.`,
    })
    const before = await read(`/measures/${ref}`)
    expect(before.join()).not.toContain(`number ${round}`)
    await given.publication(next)
    for (const path of [`/measures/${ref}`, `/api/v1/measures/${ref}`])
      for (const text of await read(path)) expect(text, path).toContain(`number ${round}`)
    for (const text of await read('/changes')) expect(text).toContain(`Colour ${round}.`)
    for (const text of await read(`/timemap/measures/${ref}`)) expect(text).toContain(`/measures/${ref}/versions/${round}>`)
    const { version } = await (await request.get(`/api/v1/measures/${ref}`)).json()
    for (const text of await read('/catalog.jsonld')) expect(text).toContain(version.publishedAt)
  }
  await requestWithdrawal(await actor('editor'), { ref, version: 5, reason: 'The wax was never required.' })
  await decideWithdrawal(await actor('reviewer'), { ref, version: 5, confirm: true })
  for (const path of [
    `/measures/${ref}`,
    '/measures?economy=KZ&q=sealing',
    `/api/v1/measures/${ref}`,
    '/api/v1/measures?economy=KZ&q=sealing',
    '/economies/KZ',
  ])
    for (const text of await read(path)) expect(text, path).not.toContain('sealing wax in')
})

test('L2 neither a session nor a preview cookie changes what anybody is shown', async ({ request, as }) => {
  const { ref } = await given.published({ description: 'Shown to everybody.' })
  await given.amendment(ref, { description: 'Shown to nobody yet.' })
  const editor = (await as('editor')).request
  const bypass = { cookie: '__prerender_bypass=x; __next_preview_data=y' }
  for (const path of [`/measures/${ref}`, `/api/v1/measures/${ref}`]) {
    const first = await (await editor.get(path)).text()
    expect(first).not.toContain('nobody yet')
    expect(await (await request.get(path, { headers: bypass })).text()).toBe(first)
    const anybody = await request.get(path)
    expect(await anybody.text()).toBe(first)
    expect(anybody.headers()['set-cookie']).toBeUndefined()
    expect(anybody.headers()['cache-control']).toMatch(/no-cache/)
  }
})

test('pages are whole without scripts, and carry none but one small file of ours', async ({ request }) => {
  const { ref } = await given.published({ description: 'A page of its own.' })
  for (const path of ['/', '/measures', `/measures/${ref}`, '/economies/KZ', '/changes', '/acts', '/measures/ZZ-9999']) {
    const answer = await request.get(path)
    const text = await answer.text()
    expect(text, path).toContain('</html>')
    expect([...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('application/ld+json'))).toEqual([
      '<script src="/site.js" defer="">',
    ])
    expect(answer.headers()['content-security-policy']).toContain(`script-src 'self';`)
  }
  const script = await request.get('/site.js')
  expect((await script.body()).length).toBeLessThan(3000)
})

test('what is not published has a page that says so, without scripts too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  const page = await context.newPage()
  expect((await page.goto('/measures/KZ-8888'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await context.close()
})

test('the copy button and the key to the search box work, and the page keeps to its policy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { ref } = await given.published({ description: 'To be cited.' })
  await page.goto(`/measures/${ref}`)
  await page.getByRole('button', { name: 'Copy citation' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(ref)
  await page.goto('/')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox').first()).toBeFocused()
})

test('answers are compressed, validated, and whole for HEAD', async ({ request, baseURL }) => {
  const { ref } = await given.published({ description: 'Compressed.' })
  const path = `${baseURL}/measures/${ref}`
  const br = await fetch(path, { headers: { 'accept-encoding': 'br' } })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(br.headers.get('vary')).toBe('Accept-Encoding')
  const etag = br.headers.get('etag') ?? ''
  expect((await fetch(path, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })).status).toBe(304)
  const plain = await (await request.get(path, { headers: { 'accept-encoding': 'identity' } })).body()
  expect(await br.text()).toBe(plain.toString())
  const head = await request.head(path, { headers: { 'accept-encoding': 'identity' } })
  expect(head.headers()['content-length']).toBe(String(plain.length))
})
