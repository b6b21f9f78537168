// L1 L7: every address × who asks for it, complete by construction: a new one fails here until its row is written.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { planBulk } from '#lib/bulk/commands/plan-bulk.ts'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { examplePage } from '#lib/imports/reference-page.examples.ts'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import { citing, confirmedLawChange, registered } from '#lib/testing/builders.ts'
import { all, askers, everybody, type Row } from './askers.ts'
import { actor, expect, given, test } from './fixtures.ts'
import { endpoints } from './surface.ts'

const desk = all('200', { anonymous: 'sign in', disabled: 'sign in' })
/** For everybody else the room is not there. */
const forAdministrators = { ...all('404', { anonymous: 'sign in', disabled: 'sign in' }), administrator: '200' }
const signIn = all('to /desk', { anonymous: '200', disabled: '200' })
/** Somebody signed in is told what is wrong with what they sent; nobody else is told anything. */
const handing = all('422', { anonymous: '401', disabled: '401' })

const pages: Record<string, Row<string>> = {
  'GET /': all('200'),
  'GET /acts': all('200'),
  'GET /acts/[ref]': all('200'),
  'GET /changes': all('200'),
  'GET /catalog.jsonld': all('200'),
  'GET /compare': all('200'),
  'GET /developers': all('200'),
  'GET /downloads/as-amended.zip': all('200'),
  'GET /downloads/acts.csv': all('200'),
  'GET /downloads/acts.json': all('200'),
  'GET /downloads/measures.csv': all('200'),
  'GET /downloads/measures.jsonl': all('200'),
  'GET /downloads/measures.xlsx': all('200'),
  'GET /economies': all('200'),
  'GET /economies/[code]': all('200'),
  'GET /feeds/atom.xml': all('200'),
  'GET /feeds/feed.json': all('200'),
  'GET /feeds/acts/[ref]/atom.xml': all('200'),
  'GET /feeds/acts/[ref]/feed.json': all('200'),
  'GET /feeds/economies/[code]/atom.xml': all('200'),
  'GET /feeds/economies/[code]/feed.json': all('200'),
  'GET /feeds/pillars/[number]/atom.xml': all('200'),
  'GET /feeds/pillars/[number]/feed.json': all('200'),
  'GET /feeds/measures/[ref]/atom.xml': all('200'),
  'GET /feeds/measures/[ref]/feed.json': all('200'),
  'GET /map': all('200'),
  'GET /matrix': all('200'),
  'GET /measures': all('200'),
  'GET /measures/[ref]': all('200'),
  'GET /measures/[ref]/compare': all('200'),
  'GET /measures/[ref]/versions/[n]': all('200'),
  'GET /measures/[ref]/versions/[n]/citation.bib': all('200'),
  'GET /measures/[ref]/versions/[n]/citation.json': all('200'),
  'GET /measures/[ref]/versions/[n]/citation.ris': all('200'),
  'GET /measures/[ref]/versions/[n]/citation.txt': all('200'),
  'GET /pictures/activity.csv': all('200'),
  'GET /pictures/activity.png': all('200'),
  'GET /pictures/activity.svg': all('200'),
  'GET /pictures/acts/[file]': all('200'),
  'GET /pictures/cards/[file]': all('200'),
  'GET /pictures/economies/[file]': all('200'),
  'GET /pictures/map.csv': all('200'),
  'GET /pictures/map.png': all('200'),
  'GET /pictures/map.svg': all('200'),
  'GET /pictures/measures/[file]': all('200'),
  'GET /pictures/matrix.csv': all('200'),
  'GET /pictures/matrix.png': all('200'),
  'GET /pictures/matrix.svg': all('200'),
  'GET /pillars': all('200'),
  'GET /pillars/[number]': all('200'),
  'GET /preview': all('200'),
  // Whoever knows the address of a preview reads it, and is told what is missing in a comment.
  'GET /preview/[token]': all('200'),
  'POST /preview/[token]/comments': all('422'),
  'GET /robots.txt': all('200'),
  'GET /sign-in': signIn,
  // Without a token of ours there is nothing to end.
  'GET /unsubscribe': all('404'),
  'POST /unsubscribe': all('404'),
  'GET /sitemap.xml': all('200'),
  'GET /sitemaps/[part]': all('200'),
  'GET /timegate/measures/[ref]': all('to /measures/[ref]/versions/1'),
  'GET /timemap/measures/[ref]': all('200'),
  'GET /desk': desk,
  'GET /desk/acts': desk,
  'GET /desk/acts/[ref]': desk,
  'GET /desk/acts/export.csv': desk,
  'GET /desk/acts/export.json': desk,
  'GET /desk/acts/template.csv': desk,
  'GET /desk/acts/new': desk,
  'GET /desk/bulk': desk,
  // Of somebody else's deeds for several measures, only an administrator knows.
  'GET /desk/bulk/[id]': { ...all('404'), editor: '200', administrator: '200', anonymous: 'sign in', disabled: 'sign in' },
  'GET /desk/bulk/[id]/results.csv': { ...all('404'), editor: '200', administrator: '200', anonymous: 'sign in', disabled: 'sign in' },
  'GET /desk/bulk/new': desk,
  'GET /desk/imports': desk,
  'GET /desk/imports/[id]': desk,
  'GET /desk/log': desk,
  'GET /desk/log/export.csv': desk,
  'GET /desk/measures': desk,
  'GET /desk/measures/new': desk,
  'GET /desk/measures/[ref]': desk,
  'GET /desk/measures/[ref]/edit': desk,
  'GET /desk/measures/[ref]/history': desk,
  'GET /desk/law-changes': desk,
  'GET /desk/law-changes/[id]': desk,
  'GET /desk/law-changes/[id]/release': desk,
  'GET /desk/law-changes/awaited': desk,
  'GET /desk/law-changes/impacts': desk,
  'GET /desk/law-changes/impacts/[id]': desk,
  'GET /desk/law-changes/new': desk,
  'GET /desk/overview': desk,
  'GET /desk/review': desk,
  'GET /desk/review/[ref]': desk,
  'GET /desk/notifications': desk,
  'GET /desk/notifications/preferences': desk,
  'GET /desk/account': desk,
  'GET /desk/people': forAdministrators,
  'GET /desk/people/[id]': forAdministrators,
  'GET /desk/people/new': forAdministrators,
  'GET /desk/schedule': desk,
  'GET /desk/verifications': desk,
  'GET /desk/verifications/intervals': desk,
  'GET /desk/verifications/measures': desk,
  'POST /desk/imports/read': handing,
  'GET /desk/measures/[ref]/presence': all('200', { anonymous: '401', disabled: '401' }),
  'POST /desk/measures/[ref]/presence': handing,
  'POST /desk/measures/[ref]/save': handing,
  'GET /api/auth/[...nextauth]': all('200'),
  'POST /api/auth/[...nextauth]': all('400'),
  'GET /api/health': all('200'),
  'GET /api/v1/acts': all('200'),
  'GET /api/v1/acts/[ref]': all('200'),
  'GET /api/v1/changes': all('200'),
  'GET /api/v1/economies': all('200'),
  'GET /api/v1/measures': all('200'),
  'GET /api/v1/measures/[ref]': all('200'),
  'GET /api/v1/measures/[ref]/versions': all('200'),
  'GET /api/v1/measures/[ref]/versions/[number]': all('200'),
  'GET /api/v1/openapi.json': all('200'),
  'GET /api/v1/pillars': all('200'),
  'OPTIONS /api/v1/acts': all('204'),
  'OPTIONS /api/v1/acts/[ref]': all('204'),
  'OPTIONS /api/v1/changes': all('204'),
  'OPTIONS /api/v1/economies': all('204'),
  'OPTIONS /api/v1/measures': all('204'),
  'OPTIONS /api/v1/measures/[ref]': all('204'),
  'OPTIONS /api/v1/measures/[ref]/versions': all('204'),
  'OPTIONS /api/v1/measures/[ref]/versions/[number]': all('204'),
  'OPTIONS /api/v1/openapi.json': all('204'),
  'OPTIONS /api/v1/pillars': all('204'),
}

test('every address of app/ has a row', () => expect(Object.keys(pages).sort()).toEqual(endpoints()))

const bulk = async (ref: string) => (await planBulk(await actor('editor'), { request: { deed: 'submit' }, refs: [ref] })).bulk
const batch = async () =>
  (await readBatch(await actor('editor'), { fileName: 'page.txt', bytes: new TextEncoder().encode(examplePage) })).batchId

/** A measure that is published and has a draft, an import, a law change and its impact: what stands in for each parameter. */
async function addresses(sql: pg.Client): Promise<Record<string, string>> {
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const act = await registered(cast.editor, 'KZ', 'Law on Postal Services', 'Since March 2011')
  const { ref } = await given.published({ bases: [citing('a', act, 'Law on Postal Services', 'Since March 2011')] })
  const lawChange = await confirmedLawChange(cast, act)
  const draft = await given.amendment(ref)
  const { token } = await sharePreview(cast.editor, { ...draft, revision: 2, guest: 'Ada Norn', days: 7 })
  return {
    '/desk/bulk/[id]': String(await bulk(ref)),
    '/desk/imports/[id]': String(await batch()),
    '/desk/people/[id]': String(cast.editor.id),
    '/desk/law-changes/[id]': String(lawChange),
    '/desk/law-changes/impacts/[id]': (await sql.query('SELECT max(id)::text AS id FROM impact')).rows[0].id,
    '/acts/[ref]': act,
    '/api/v1/acts/[ref]': act,
    '/desk/acts/[ref]': act,
    '/feeds/acts/[ref]': act,
    '/feeds/pillars/[number]': '8',
    '[ref]': ref,
    '[n]': '1',
    '[number]': '1',
    '[part]': 'KZ-1.xml',
    '[token]': token,
    '[code]': 'KZ',
    '/pictures/acts/[file]': `${act}.csv`,
    '/pictures/measures/[file]': `${ref}.svg`,
    '/pictures/cards/[file]': `${ref}.png`,
    '/pictures/economies/[file]': 'KZ.svg',
    '[...nextauth]': 'session',
  }
}

/** The answer in one word: the status, or where it leads. */
async function answerOf(request: APIRequestContext, endpoint: string, of: Record<string, string>, headers = {}, maxRedirects = 0) {
  const [method = '', template = ''] = endpoint.split(' ')
  const path = template.replace(/\[[^\]]+\]/g, (name, at) => of[template.slice(0, at) + name] ?? of[name] ?? name)
  const response = await request.fetch(path, { method, headers, maxRedirects, ...(method === 'POST' ? { form: {} } : {}) })
  const location = response.headers().location ?? ''
  const leads = location.replace(/^https?:\/\/[^/]+/, '').replace(of['[ref]'] ?? '', '[ref]')
  const text = await response.text()
  if (location === `/sign-in?from=${encodeURIComponent(path)}`) return { path, response, text, word: 'sign in' }
  return { path, response, text, word: location === '' ? String(response.status()) : `to ${leads}` }
}

for (const asker of askers) {
  everybody(`every address, asked by: ${asker}`, async ({ ask, sql }) => {
    test.setTimeout(120_000)
    const [request, of] = [await ask(asker), await addresses(sql)]
    const found: Record<string, string> = {}
    for (const endpoint of Object.keys(pages)) {
      const { word, response, text } = await answerOf(request, endpoint, of)
      found[endpoint] = word
      if (endpoint.startsWith('GET /desk') && word === '200')
        expect(response.headers()['cache-control'], endpoint).toMatch(/no-store|private/)
      if (word === 'sign in') expect(text, endpoint).not.toMatch(/Versions|Coverage|In review|May write on/)
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(pages).map(([endpoint, row]) => [endpoint, row[asker]])))
  })
}

everybody('a handler answers no other method, and the session says nothing about a person', async ({ ask, sql }) => {
  const request = await ask('administrator')
  const of = await addresses(sql)
  for (const template of new Set(Object.keys(pages).map((endpoint) => endpoint.split(' ')[1] ?? ''))) {
    if (!/^\/api|\/(read|save|presence)$/.test(template) || template.includes('nextauth')) continue
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      if (!(`${method} ${template}` in pages))
        expect((await answerOf(request, `${method} ${template}`, of)).word, `${method} ${template}`).toBe('405')
  }
  expect(Object.keys(await (await request.get('/api/auth/session')).json())).toEqual(['expires'])
})

test('L3 no header opens the desk', async ({ request, sql }) => {
  test.setTimeout(120_000) // every address of the desk with every header
  const of = await addresses(sql)
  const five = (name: string) => Array.from({ length: 5 }, () => name).join(':')
  const headers = [
    ...['middleware', 'src/middleware', 'pages/_middleware', 'proxy', 'src/proxy'].flatMap((name) => [
      { 'x-middleware-subrequest': name },
      { 'x-middleware-subrequest': five(name) },
    ]),
    { 'x-nextjs-data': '1' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-prefetch': '1' },
    { 'x-middleware-rewrite': '/desk' },
    { 'x-invoke-path': '/desk', 'x-invoke-status': '200' },
    { 'x-matched-path': '/desk', 'x-now-route-matches': '1=KZ-0001' },
    { 'x-original-url': '/desk', 'x-rewrite-url': '/desk' },
    { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1' },
    { authorization: 'Bearer null', cookie: '__prerender_bypass=1; __next_preview_data=1; next-auth.session-token=x.y.z' },
  ]
  for (const endpoint of Object.keys(pages).filter((name) => name.includes(' /desk'))) {
    for (const given of headers) {
      const { response, text, word } = await answerOf(request, endpoint, of, given, 5)
      const said = `${endpoint} ${JSON.stringify(given)}: ${word}`
      expect(text, said).not.toMatch(/Postal Services|editor@example|In review|What was done|May write on/)
      // A prefetch brings the frame alone, which the next line would not know from a page; what it must not say is above.
      if (Object.keys(given).some((name) => name.includes('prefetch'))) continue
      expect(response.status() === 401 || response.status() === 404 || /sign-in\?from=/.test(`${response.url()} ${text}`), said).toBe(true)
    }
  }
})
