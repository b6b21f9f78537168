// The API held to its own description: every operation, every documented error, parameters made up at random, a client generated from it.
import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get as httpGet } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import fc from 'fast-check'
import openapiTypes from 'openapi-typescript'
import { fromJSONSchema } from 'zod'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { actor, citing, contentWith, expect, given, test } from './fixtures.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
type Content = Record<string, { schema: object }>
type Parameter = { name: string; in: string }
type Operation = { operationId: string; parameters: Parameter[]; responses: Record<string, { content?: Content }> }
type Description = { paths: Record<string, { get: Operation }>; components: { schemas: Record<string, never> } }

const describe = async (request: APIRequestContext): Promise<Description> => (await request.get('/api/v1/openapi.json')).json()

/** What of a body is not as the description has it. */
function differs({ components }: Description, content: Content, body: unknown): unknown[] {
  const [described] = Object.values(content)
  const schema = JSON.parse(JSON.stringify(described?.schema).replaceAll('#/components/schemas/', '#/$defs/'))
  const $defs = JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/'))
  return fromJSONSchema({ ...schema, $defs } as never).safeParse(body).error?.issues ?? []
}

/** A measure that cites an act, one that was withdrawn, and the act. */
async function stage() {
  const act = await given.act('Law on Beacons', 'Since July 2004')
  const { ref } = await given.published(contentWith({ bases: [citing('a', act, 'Law on Beacons', 'Since July 2004')] }))
  const withdrawn = await given.published()
  await requestWithdrawal(await actor('editor'), { ...withdrawn, reason: 'Entered twice.' })
  await decideWithdrawal(await actor('reviewer'), { ...withdrawn, confirm: true })
  return { act, ref, withdrawn: withdrawn.ref }
}

test('it names every address, and every operation answers as it describes', async ({ request }) => {
  const { act, ref, withdrawn } = await stage()
  const document = await describe(request)
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: expect.stringMatching(/^http/) }] })
  const routes = globSync('app/api/v1/**/route.ts', { cwd: root })
    .map((path) => `/${path.replace(/^app\/|\/route\.ts$/g, '').replace(/\[(\w+)\]/g, '{$1}')}`)
    .filter((path) => !path.endsWith('openapi.json'))
  expect(Object.keys(document.paths).sort()).toEqual(routes.sort())

  const at = (path: string, of = ref) => path.replace('/acts/{ref}', `/acts/${act}`).replace('{ref}', of).replace('{number}', '1')
  /** A path that is answered with this status. */
  const asked: Record<string, (path: string) => string> = {
    200: at,
    400: (path) => `${at(path)}?page=x&fields=x`,
    404: (path) => path.replace('/acts/{ref}', '/acts/ACT-9876').replace('{ref}', 'KZ-9876').replace('{number}', '1'),
    410: (path) => at(path, withdrawn),
  }
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      // 429 has a test of its own below; 500 is what no request makes.
      if (status === '500' || status === '429') continue
      const address = (asked[status] ?? at)(path)
      const etag = (await request.get(address)).headers().etag ?? ''
      const headers: Record<string, string> = status === '304' ? { 'if-none-match': etag } : {}
      const response = await request.get(address, { maxRedirects: 0, headers })
      const said = `${operation.operationId} ${status}`
      expect(String(response.status()), said).toBe(status)
      expect(response.headers(), said).toMatchObject({
        ratelimit: expect.stringMatching(/^"reader";r=\d+;t=\d+$/),
        'ratelimit-policy': expect.stringMatching(/^"reader";q=\d+;w=60$/),
      })
      const head = await request.head(address, { headers })
      expect([head.status(), head.headers().etag ?? '', (await head.body()).length], said).toEqual([
        response.status(),
        response.headers().etag ?? '',
        0,
      ])
      if (!content) expect(await response.text(), said).toBe('')
      else {
        expect(response.headers()['content-type'], said).toBe(Object.keys(content)[0])
        expect(differs(document, content, await response.json()), said).toEqual([])
      }
    }
  }
})

const hostile = [
  '',
  '*',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  "'; DROP TABLE x; --",
  '%00',
  '\0',
  '../..',
  'null',
  '[object Object]',
  '💥'.repeat(40),
  'ACT-0001',
  'KZ',
  '8.3',
  '2023-02-29',
  '2023',
]
const value = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer().map(String))

test('whatever the parameters are, the answer is one that is documented', async ({ request }) => {
  test.setTimeout(120_000)
  const document = await describe(request)
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    const names = operation.parameters.filter((one) => one.in !== 'header')
    for (const given of fc.sample(
      fc.record(Object.fromEntries(names.map(({ name }) => [name, value])), {
        requiredKeys: names.filter((one) => one.in === 'path').map(({ name }) => name),
      }),
      { numRuns: names.length === 0 ? 1 : 25, seed: 7 },
    ) as Record<string, string>[]) {
      const inPath = (name: string) => encodeURIComponent(given[name] || '-').replace(/^\.+$/, '-')
      const query = new URLSearchParams(
        names.filter((one) => one.in === 'query' && given[one.name] !== undefined).map(({ name }) => [name, given[name] ?? '']),
      )
      const address = `${path.replace('{ref}', inPath('ref')).replace('{number}', inPath('number'))}?${query}`
      const response = await request.get(address, { maxRedirects: 0 })
      // What is no path at all, such as a broken escape, the server refuses before any operation is asked.
      if (response.status() === 400 && !response.headers()['content-type']?.startsWith('application/')) continue
      const described = operation.responses[response.status()]
      expect(described, `${operation.operationId} answered ${response.status()}: ${address}`).toBeDefined()
      if (described?.content) expect(differs(document, described.content, await response.json()), address).toEqual([])
    }
  }
})

test('a walk by cursor meets everything once, though something is published on the way', async ({ request }) => {
  for (let count = 0; count < 3; count++) await given.published({}, { economy: 'FR' })
  for (const [list, of] of [
    ['/api/v1/measures', 'economy=FR&fields=ref'],
    ['/api/v1/changes', 'economy=FR'],
    ['/api/v1/acts', ''],
  ] as const) {
    const before = (await (await request.get(`${list}?${of}&perPage=100`)).json()).items as unknown[]
    const met: unknown[] = []
    let next: string | undefined = `${list}?${of}&perPage=2&cursor=*`
    while (next) {
      const response: APIResponse = await request.get(next)
      const { items, links, page }: { items: unknown[]; links: { next?: string }; page: number } = await response.json()
      met.push(...items)
      if (page === 1 && list !== '/api/v1/measures') await given.published({}, { economy: 'FR' })
      if (links.next) expect(response.headers().link).toMatch(new RegExp(`^<http[^>]+${links.next.split('cursor=')[1]}>; rel="next"$`))
      next = links.next
    }
    const keys = (items: unknown[]) => items.map((item) => JSON.stringify(item)).sort()
    expect(keys(met), list).toEqual(keys(before))
  }
  for (const [list, query] of [
    ['measures', 'cursor=abc'],
    ['changes', 'cursor=*&page=2'],
    ['acts', `cursor=${Buffer.from('["changes",{}]').toString('base64url')}`],
  ])
    expect((await request.get(`/api/v1/${list}?${query}`)).status(), query).toBe(400)
})

/** One request from another address of this machine: another reader. */
const askFrom = (agent: Agent, url: string, localAddress = '127.0.0.42') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, failed) => {
    httpGet(url, { agent, localAddress }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    }).on('error', failed)
  })

test('429 says when to go on, and holds nobody else back', async ({ request, baseURL }) => {
  test.setTimeout(120_000)
  const document = await describe(request)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const url = `${baseURL?.replace('localhost', '127.0.0.1')}/api/v1/measures/-`
  const first = await askFrom(agent, url)
  const limit = Number(String(first.headers['ratelimit-policy']).match(/q=(\d+)/)?.[1])
  let last = first
  for (let asked = 1; asked <= limit && last.status !== 429; asked += 50)
    for (const answer of await Promise.all(Array.from({ length: 50 }, () => askFrom(agent, url)))) if (answer.status === 429) last = answer
  agent.destroy()
  expect(last.status).toBe(429)
  expect(last.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': expect.stringMatching(/^[1-6]?\d$/),
    ratelimit: expect.stringMatching(/^"reader";r=0;t=\d+$/),
  })
  const content = document.paths['/api/v1/measures']?.get.responses['429']?.content
  expect(content && differs(document, content, JSON.parse(last.body))).toEqual([])
  expect((await request.get('/api/v1/measures?perPage=1')).status()).toBe(200)
})

test('downloads have a smaller allowance of their own, told and refused in the same way', async ({ request, baseURL }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const ask = (path: string) => askFrom(agent, `${baseURL?.replace('localhost', '127.0.0.1')}${path}`, '127.0.0.43')
  const first = await ask('/downloads/measures.csv?economy=ZW')
  expect(first.headers).toMatchObject({ ratelimit: expect.stringMatching(/^"download";r=\d+;t=\d+$/) })
  const limit = Number(String(first.headers['ratelimit-policy']).match(/^"download";q=(\d+);w=60$/)?.[1])
  let last = first
  for (let asked = 1; asked <= limit && last.status !== 429; asked++) last = await ask('/downloads/measures.csv?economy=ZW')
  expect(last.status).toBe(429)
  expect(last.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': expect.stringMatching(/^[1-6]?\d$/),
    ratelimit: expect.stringMatching(/^"download";r=0;t=\d+$/),
  })
  expect(JSON.parse(last.body).detail).toContain(`More than ${limit} downloads in a minute`)
  // The same reader still reads the API, and others download.
  expect((await ask('/api/v1/measures?perPage=1')).status).toBe(200)
  agent.destroy()
  expect((await request.get('/downloads/measures.csv?economy=ZW')).status()).toBe(200)
})

const program = (wrong: string) => `
import createClient from 'openapi-fetch'
import type { paths } from './api.d.ts'
const [baseUrl, ref] = process.argv.slice(2) as [string, string]
const client = createClient<paths>({ baseUrl })
const { data: list } = await client.GET('/api/v1/measures', { params: { query: { q: ref, fields: ['ref', 'bases'] } } })
const { data, error, response } = await client.GET('/api/v1/measures/{ref}', { params: { path: { ref } } })
const { error: none } = await client.GET('/api/v1/measures/{ref}', { params: { path: { ref: 'KZ-9876' } } })
const said: { refs: string[]; statement: string | undefined; title: string | undefined } = {
  refs: list?.items.map((item) => item.ref) ?? [],
  statement: data?.bases[0]?.statement,
  title: none?.title,
}
if (error) throw new Error(error.detail)
${wrong}
console.log(JSON.stringify({ ...said, status: response.status }))
`

test('a client generated from it type-checks, runs, and refuses what the API has not', async ({ request, baseURL }) => {
  test.setTimeout(120_000)
  const { ref } = await stage()
  const folder = join(root, 'node_modules/.cache/api-client')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'api.d.ts'), await openapiTypes((await describe(request)) as never))
  writeFileSync(join(folder, 'right.mts'), program(''))
  writeFileSync(join(folder, 'wrong.mts'), program('data?.secret'))
  const check = (name: string) =>
    execFileSync(
      join(root, 'node_modules/.bin/tsc'),
      [
        '--noEmitOnError',
        '--outDir',
        'out',
        '--ignoreConfig',
        '--strict',
        '--skipLibCheck',
        '--module',
        'nodenext',
        '--target',
        'esnext',
        '--rewriteRelativeImportExtensions',
        '--types',
        'node',
        name,
      ],
      { cwd: folder, encoding: 'utf8' },
    )
  check('right.mts')
  let refusal = ''
  try {
    check('wrong.mts')
  } catch (error) {
    refusal = String((error as { stdout?: string }).stdout)
  }
  expect(refusal).toContain("Property 'secret' does not exist")
  const told = JSON.parse(execFileSync(process.execPath, ['out/right.mjs', baseURL ?? '', ref], { cwd: folder, encoding: 'utf8' }))
  expect(told).toEqual({ refs: [ref], statement: 'Since July 2004', title: 'Not found', status: 200 })
})

test('the page for developers has every operation, and works without JavaScript', async ({ browser, baseURL, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto('/developers')
  for (const path of Object.keys((await describe(request)).paths))
    await expect(page.getByRole('heading', { name: `GET ${path}`, exact: true })).toBeVisible()
  for (const link of await page.getByRole('link', { name: /^\/api\/v1\// }).all())
    expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
  await expect(page.getByText(`curl '${baseURL}/api/v1/measures'`, { exact: true })).toBeVisible()
  // What an answer holds unfolds without a script.
  const folded = page.locator('main details:not([open])')
  const before = await folded.count()
  await folded.first().locator('summary').first().click()
  await expect(folded).not.toHaveCount(before)
  await context.close()
})
