// L4–L9: a word that stands in everything unpublished is in nothing that the world is given: pages, flight data, lists, search, API, errors.
import { randomUUID } from 'node:crypto'
import type { APIResponse } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { signOutEverywhere } from '#lib/accounts/commands/sign-out-everywhere.ts'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { examplePage } from '#lib/imports/reference-page.examples.ts'
import { discardDraft } from '#lib/measures/commands/discard-draft.ts'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import type { Content } from '#lib/measures/content.ts'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { env } from '#lib/system/env.ts'
import { act, actor, contentWith, expect, given, type On, person, test } from './fixtures.ts'
import { inBulk } from './in-bulk.ts'

const CANARY = 'zqcanary'
/** Stands beside the canary in every text, so that a search for it would find what must not be found; the page may repeat the question. */
const HIDDEN = 'quetzalword'

const secret = (where: string): Partial<Content> => ({
  bases: [act('a', `${CANARY} ${HIDDEN} title ${where}`, 'Since March 2011', `https://example.com/${CANARY}`)],
  description: `${CANARY} ${HIDDEN} description ${where}`,
  coverage: `${CANARY} ${HIDDEN} coverage ${where}`,
  sources: [{ id: 's', title: `${CANARY} source ${where}`, url: `https://example.com/${CANARY}/${where}` }],
  changeNote: `${CANARY} note ${where}`,
})

let made: Promise<Awaited<ReturnType<typeof everythingUnpublished>>> | undefined
const unpublished = () => {
  made ??= everythingUnpublished()
  return made
}

/** One of everything that the world must not see; `hidden` are measures that it must not know of at all. */
async function everythingUnpublished() {
  const editor = await actor('editor')
  const leaver = await person({ email: `${CANARY}-${randomUUID()}@example.org`, name: `Somebody ${CANARY}` })
  await signOutEverywhere(leaver)
  const discarded = await given.draft(secret('discarded'))
  await discardDraft(editor, { ...discarded, basedOn: 2 })
  const takenBack = await given.draft(secret('an earlier revision'))
  await editDraft(editor, { ...takenBack, basedOn: 2, content: contentWith({ description: 'Open.', coverage: 'Sector of nothing' }) })
  const hidden = {
    draft: await given.draft(secret('draft')),
    'in review': await given.submitted(secret('in review')),
    returned: await given.returned(`${CANARY} ${HIDDEN} reason`, secret('returned')),
    approved: await given.approved(secret('approved')),
    scheduled: await given.scheduled(secret('scheduled')),
    discarded,
    'submitted with others': await given.draft(secret('submitted with others')),
    'shared by a preview link': await given.draft(secret('shared')),
  }
  const { token } = await sharePreview(editor, { ...hidden['shared by a preview link'], revision: 2, guest: `Guest ${CANARY}`, days: 7 })
  const published: Record<string, On> = { amended: await given.published({ coverage: 'Amended' }) }
  const amended = published.amended as On
  const inReview = await given.published({ coverage: 'Amended too' })
  await given.amendment(amended.ref, secret('amendment'))
  await given.amendment(inReview.ref, secret('amendment in review'))
  published.once = await import('#lib/testing/builders.ts').then(async ({ published }) =>
    published({ editor, reviewer: await actor('reviewer') }, takenBack),
  )
  // L4 What is done to several at once becomes public no more than what is done to one.
  const moved = await given.published({ coverage: 'Moved' })
  await inBulk(editor, { deed: 'submit' }, [hidden['submitted with others']])
  await inBulk(editor, { deed: 'move', subPillar: '8.3', reason: `${CANARY} ${HIDDEN} move` }, [moved])
  await inBulk(editor, { deed: 'request_withdrawal', reason: `${CANARY} ${HIDDEN} withdrawal of several` }, [moved])
  await requestWithdrawal(editor, { ...inReview, reason: `${CANARY} ${HIDDEN} withdrawal` })
  const page = examplePage.replace('The law sets out', `${CANARY} ${HIDDEN} sets out`)
  await readBatch(editor, { fileName: `${CANARY}.txt`, bytes: new TextEncoder().encode(page) })
  // What was read by its link is in no answer that is kept for others.
  expect(await (await fetch(`${env.baseUrl}/preview/${token}`)).text()).toContain(CANARY)
  return { hidden, known: [amended.ref, inReview.ref, takenBack.ref, moved.ref] }
}

/** Nothing of the desk: no canary, no address of a person, no measure that is not published. */
async function clean(response: APIResponse, refs: string[]): Promise<string> {
  const text = await response.text()
  expect(response.status(), response.url()).toBeLessThan(500)
  const said = `${text} ${JSON.stringify(response.headers())}`
  const at = (found: number) => `${response.url()}: …${said.slice(Math.max(0, found - 80), found + 80)}…`
  for (const word of [CANARY, ...refs]) {
    const found = said.toLowerCase().indexOf(word.toLowerCase())
    // An address that asks for a measure may be repeated in the answer that there is none.
    if (found >= 0 && !response.url().toLowerCase().includes(word.toLowerCase())) throw new Error(at(found))
  }
  const address = said.search(/[\w.+-]+@(example|test)\.(org|com)/)
  if (address >= 0) throw new Error(`L8 ${at(address)}`)
  const hash = said.search(/\$argon2|password_?hash|session_?epoch/i)
  if (hash >= 0) throw new Error(`L8 ${at(hash)}`)
  return text
}

const FLIGHT = { rsc: '1' }
const PREFETCH = { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }

test('every public page, as HTML and as flight data, from link to link', async ({ request }) => {
  test.setTimeout(240_000)
  const { hidden, known } = await unpublished()
  const refs = Object.values(hidden).map(({ ref }) => ref)
  const begin = [
    '/',
    '/measures',
    '/economies',
    '/pillars',
    '/sign-in',
    '/nothing-here',
    '/measures?perPage=100',
    '/measures?economy=KZ&perPage=100',
    '/measures?view=table&sort=law&perPage=100',
    '/measures?view=time&inForceOn=2019&asOf=2999&perPage=100',
  ]
  const more = known.flatMap((ref) =>
    ['', '/versions/1', '/versions/2', '/compare', '/compare?from=1&to=2', '/versions/1/citation.json'].map(
      (rest) => `/measures/${ref}${rest}`,
    ),
  )
  const tools = [
    '/sitemap.xml',
    '/sitemaps/site.xml',
    '/sitemaps/KZ-1.xml',
    '/downloads/acts.csv',
    '/downloads/acts.json',
    '/downloads/measures.csv',
    '/downloads/measures.jsonl',
    '/feeds/atom.xml',
    '/feeds/feed.json',
    '/changes',
    '/changes?economy=KZ&pillar=8',
    '/feeds/economies/KZ/atom.xml',
    '/feeds/economies/KZ/feed.json',
    '/feeds/pillars/8/atom.xml',
    '/acts',
    '/matrix',
    '/map',
    '/map?clock=record',
    '/pictures/map.svg',
    '/pictures/map.csv',
    '/pictures/activity.csv',
    '/pictures/economies/KZ.svg',
    '/pictures/economies/KZ.csv',
    ...known.flatMap((ref) => [`/pictures/measures/${ref}.csv`, `/pictures/cards/${ref}.svg`, `/pictures/cards/${ref}-v2.svg`]),
    '/pictures/matrix.svg',
    '/pictures/matrix.csv',
    '/developers',
    '/compare?subPillar=8.4&left=KZ&right=DE',
    '/compare?subPillar=8.4&left=KZ&leftOn=2000-01-01&view=inline',
    '/catalog.jsonld',
    '/robots.txt',
    '/feeds',
    '/downloads',
    '/api/v1/openapi.json',
    '/api/v1/acts',
    '/api/v1/changes',
    '/api/v1/changes?cursor=*',
    '/api/v1/measures?cursor=*',
    '/api/health',
    '/preview',
    '/preview/x',
    '/unsubscribe',
    '/unsubscribe?token=1.returned.x',
    '/api/auth/providers',
    '/api/auth/session',
  ]
  const services = known.flatMap((ref) => [
    `/timegate/measures/${ref}`,
    `/compare?measure=${ref}&leftOn=2000-01-01`,
    `/timemap/measures/${ref}`,
    `/feeds/measures/${ref}/atom.xml`,
    `/api/v1/changes?measure=${ref}`,
  ])
  const waiting = [...begin, ...more, ...tools, ...services]
  const seen = new Set(waiting)
  for (let at = 0; at < waiting.length && at < 250; at++) {
    const path = waiting[at] ?? ''
    const html = await clean(await request.get(path), refs)
    if (at % 3 === 0 || more.includes(path))
      for (const headers of [FLIGHT, PREFETCH]) await clean(await request.get(path, { headers }), refs)
    for (const [, href = ''] of html.matchAll(/(?:href=|\\"href\\":\\)"(\/[^"#\\]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (seen.has(next) || /^\/(desk|_next|sign-in)/.test(next) || next.startsWith('//')) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  for (const ref of known) expect(seen, 'the walk met what is published').toContain(`/measures/${ref}`)
  expect(waiting.length).toBeGreaterThan(40)
})

test('the data package has no word and no ref of it', async ({ request }) => {
  const { hidden } = await unpublished()
  const refs = Object.values(hidden).map(({ ref }) => ref)
  const files = unzipSync(new Uint8Array(await (await request.get('/downloads/as-amended.zip')).body()))
  expect(Object.keys(files).length).toBeGreaterThan(10)
  for (const [name, bytes] of Object.entries(files))
    for (const word of [CANARY, HIDDEN, '@example.org', ...refs])
      expect(strFromU8(bytes).toLowerCase(), `${name}: ${word}`).not.toContain(word.toLowerCase())
})

test('no search finds it, no filter shows it, no parameter opens it', async ({ request }) => {
  test.setTimeout(120_000)
  const { hidden, known } = await unpublished()
  const refs = Object.values(hidden).map(({ ref }) => ref)
  const list = async (query: string) => JSON.parse(await clean(await request.get(`/api/v1/measures?${query}`), refs))
  for (const q of [HIDDEN, `"${HIDDEN} description"`, ...refs]) {
    expect(await list(new URLSearchParams({ q }).toString()), q).toMatchObject({ items: [], total: 0 })
    await clean(await request.get(`/measures?${new URLSearchParams({ q })}`), [])
  }
  const { total } = await list('perPage=1')
  const names = [
    'state',
    'status',
    'draft',
    'version',
    'versions',
    'preview',
    'revision',
    'is_current',
    'isCurrent',
    'include',
    'populate',
    'ref',
    'id',
    'locale',
    'filter[state]',
  ]
  const values = ['draft', 'in_review', 'all', 'any', '*', '1', 'true', '-1', '2', 'null', 'raw', 'content', refs[0] ?? '']
  for (const name of names) {
    for (const value of values) {
      const query = new URLSearchParams({ [name]: value, perPage: '1' }).toString()
      expect((await list(query)).total, query).toBe(total)
    }
    const query = `${encodeURIComponent(name)}=draft`
    for (const path of [`/api/v1/measures/${known[0]}`, `/measures/${known[0]}`, `/measures/${known[0]}/compare`])
      await clean(await request.get(`${path}?${query}`), refs)
  }
  const choices = [
    'region=142,150',
    'basisKind=act,practice,absence,figure',
    'lawState=in-force,not-yet,ended,unknown',
    'changeKind=first',
    'sort=law',
    'q=law',
  ]
  const days = ['asOf=9999-12-31', 'asOf=2999-01-01', 'asOf=2999', 'inForceOn=2011-06-01', 'inForceOn=2011', 'economy=KZ']
  for (const query of [...choices, ...days].map((one) => `${one}&facets=true&perPage=100`))
    for (const { ref } of (await list(query)).items) expect(refs).not.toContain(ref)
})

/** An answer without what differs between any two requests: the measure asked for, nonces and ids of rendering. */
const alike = (text: string, ref: string) =>
  text
    .replaceAll(ref, 'REF')
    .replaceAll(ref.toLowerCase(), 'REF')
    .replace(/nonce(=|\\?":\\?)"?[^"\\ >]*/g, '')
    .replace(/"b":"[\w-]+"/g, '')

test('L5 what is a draft, in review, returned, approved, discarded or nothing at all is answered alike', async ({ request }) => {
  test.setTimeout(120_000)
  const { hidden } = await unpublished()
  const unknown = 'KZ-9876'
  const paths = [
    '/api/v1/measures/REF',
    '/api/v1/measures/REF/versions',
    '/api/v1/measures/REF/versions/1',
    '/measures/REF',
    '/measures/REF/versions/1',
    '/measures/REF/compare',
    '/pictures/cards/REF.svg',
    '/pictures/measures/REF.svg',
    '/pictures/cards/REF-v1.svg',
  ]
  for (const path of paths) {
    const ask = async (ref: string) => {
      const response = await request.get(path.replace('REF', ref), { maxRedirects: 0 })
      const { 'content-type': type, 'cache-control': cache } = response.headers()
      return { status: response.status(), type, cache, text: alike(await response.text(), ref) }
    }
    const nothing = await ask(unknown)
    expect(nothing.status, path).toBe(404)
    for (const [state, { ref }] of Object.entries(hidden)) expect(await ask(ref), `${path}, ${state}`).toEqual(nothing)
    expect((await ask(Object.values(hidden)[0]?.ref.toLowerCase() ?? '')).status).toBe(404)
  }
})

test('L5 the open version of a published measure is answered as one that is not there', async ({ request }) => {
  const { known } = await unpublished()
  const [ref = ''] = known
  for (const path of [`/api/v1/measures/${ref}/versions/`, `/measures/${ref}/versions/`]) {
    const [open, none] = [await request.get(`${path}2`), await request.get(`${path}3`)]
    expect([open.status(), none.status()]).toEqual([404, 404])
    expect(alike(await open.text(), ref).replaceAll(/\b[23]\b/g, 'N')).toBe(alike(await none.text(), ref).replaceAll(/\b[23]\b/g, 'N'))
  }
  const text = await (await request.get(`/measures/${ref}/compare?from=1&to=2`)).text()
  expect(text).toContain('no published version 2')
})
