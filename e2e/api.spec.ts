// The JSON API against its own description and the contract: every operation answers what its schema says, every documented error is a problem.
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { measurePage } from '#lib/published/list-schema.ts'
import { economyList, pillarList, publishedMeasure, versionList } from '#lib/published/schema.ts'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { z } from '#lib/system/zod.ts'
import { act, actor, contentWith, expect, given, test } from './fixtures.ts'

const get = (request: APIRequestContext, path: string) => request.get(path, { maxRedirects: 0 })

/** The answer's body, after the head that every answer of the API has. */
// biome-ignore lint/suspicious/noExplicitAny: what it is, the schemas say
async function body(response: APIResponse): Promise<any> {
  expect(response.status(), response.url()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
  })
  return response.json()
}

async function problem(response: APIResponse, status: number): Promise<Record<string, unknown>> {
  expect(response.status(), response.url()).toBe(status)
  expect(response.headers()['content-type'], response.url()).toBe('application/problem+json')
  expect(response.headers()['cache-control']).toBe('no-store')
  const told = await response.json()
  expect(told).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/^[A-Z]/), detail: expect.stringMatching(/\.$/) })
  return told
}

/** A measure of every kind of basis, amended once; and one that was withdrawn. */
async function measures() {
  const bases = [
    act('a', 'Law on Communications', 'Since July 2004, as amended in 2016, last amended in September 2022', 'https://adilet.zan.kz/z567'),
    { id: 'b', kind: 'practice', title: 'Shutdowns', events: [{ kind: 'reported', date: '2019' }] },
    { id: 'c', kind: 'absence', title: 'No framework', absence: 'no such framework' },
    { id: 'd', kind: 'figure', title: 'Tariff', value: '3.45', unit: '%', year: '2022' },
  ] as const
  const first = contentWith({
    bases: structuredClone(bases) as never,
    sources: [{ id: 's', title: 'Adilet', url: 'https://adilet.zan.kz' }],
  })
  const { ref } = await given.published(first)
  const next = await given.amendment(ref, {
    ...first,
    coverage: 'Postal services',
    changeKind: 'amendment',
    changeNote: 'It covers post now.',
  })
  await import('#lib/testing/builders.ts').then(async ({ published }) =>
    published({ editor: await actor('editor'), reviewer: await actor('reviewer') }, next),
  )
  const withdrawn = await given.published()
  await requestWithdrawal(await actor('editor'), { ...withdrawn, reason: 'Entered twice.' })
  await decideWithdrawal(await actor('reviewer'), { ...withdrawn, confirm: true })
  return { ref, withdrawn: withdrawn.ref }
}

test('a measure is what the contract says, field by field', async ({ request }) => {
  const { ref } = await measures()
  const said = await body(await get(request, `/api/v1/measures/${ref}`))
  expect(z.strictObject(publishedMeasure.shape).parse(said)).toEqual(said)
  expect(said).toEqual({
    ref,
    economy: { code: 'KZ', name: 'Kazakhstan' },
    pillar: { number: 8, name: expect.any(String) },
    subPillar: { code: '8.4', name: expect.any(String) },
    bases: [
      {
        kind: 'act',
        title: 'Law on Communications',
        url: 'https://adilet.zan.kz/z567',
        events: [
          { kind: 'since', date: '2004-07' },
          { kind: 'amended', date: '2016' },
          { kind: 'amended', date: '2022-09', latest: true },
        ],
        statement: 'Since July 2004, as amended in 2016, last amended in September 2022',
      },
      { kind: 'practice', title: 'Shutdowns', events: [{ kind: 'reported', date: '2019' }], statement: 'Reported in 2019' },
      { kind: 'absence', title: 'No framework', absence: 'no such framework', events: [], statement: 'N/A' },
      { kind: 'figure', title: 'Tariff', figure: { value: '3.45', unit: '%', year: '2022' }, events: [], statement: '3.45\u00a0% in 2022' },
    ],
    description: contentWith().description,
    coverage: 'Postal services',
    sources: [{ title: 'Adilet', url: 'https://adilet.zan.kz' }],
    version: {
      number: 2,
      publishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      changeKind: 'amendment',
      changeNote: 'It covers post now.',
      state: 'published',
      publishedUntil: null,
      digest: (await given.head({ ref, version: 2 })).digest,
      authors: [(await actor('editor')).name],
      approvedBy: (await actor('reviewer')).name,
      emergency: null,
    },
    withdrawn: null,
    changesUnderReview: [],
    lastVerifiedOn: null,
    lastVerifiedBy: null,
    links: {
      self: `/api/v1/measures/${ref}`,
      html: `/measures/${ref}`,
      version: `/measures/${ref}/versions/2`,
      versions: `/api/v1/measures/${ref}/versions`,
    },
  })
  for (const link of Object.values(said.links as Record<string, string>)) expect((await get(request, link)).status(), link).toBe(200)
})

test('an earlier version keeps its address and its text; the list of versions leads there', async ({ request }) => {
  const { ref } = await measures()
  const list = await body(await get(request, `/api/v1/measures/${ref.toLowerCase()}/versions`))
  expect(z.strictObject(versionList.shape).parse(list)).toEqual(list)
  expect(list).toMatchObject({
    ref,
    items: [
      { number: 2, state: 'published', publishedUntil: null },
      { number: 1, state: 'superseded', changeKind: null },
    ],
  })
  const [, { links }] = list.items as [unknown, { links: { self: string; html: string } }]
  const first = await body(await get(request, links.self))
  expect(z.strictObject(publishedMeasure.shape).parse(first)).toMatchObject({
    coverage: 'Horizontal',
    version: { number: 1, state: 'superseded' },
  })
  expect((await get(request, links.html)).status()).toBe(200)
})

test('lists: the page asked for, by the schema, with every filter', async ({ request }) => {
  const { ref } = await measures()
  for (const query of [
    '',
    'economy=KZ',
    'pillar=8',
    'subPillar=8.4',
    'q=communications',
    'asOf=2999-01-01',
    'inForceOn=2019-06-01',
    'economy=KZ,DE&region=143&facets=true',
    'pillar=8&pillar=6&basisKind=act&sort=law',
    'lawState=in-force,unknown&changeKind=first&year=2004,2010',
    'coverage=Horizontal&sort=change',
    'page=2&perPage=1',
    'page=99999',
  ]) {
    const list = await body(await get(request, `/api/v1/measures?${query}`))
    expect(z.strictObject(measurePage.shape).parse(list), query).toEqual(list)
    const { page, perPage } = Object.fromEntries(new URLSearchParams(query))
    expect(list).toMatchObject({ page: Number(page ?? 1), perPage: Number(perPage ?? 20) })
    for (const item of list.items as { inForce?: string }[]) expect(item.inForce !== undefined, query).toBe(query.includes('inForceOn'))
  }
  const { items } = await body(await get(request, `/api/v1/measures?q=${ref}`))
  expect((items as { ref: string }[]).map((item) => item.ref)).toEqual([ref])
  const [item] = items as unknown as [Record<string, unknown>]
  expect(item, 'a list says what the measure says').toEqual(await body(await get(request, `/api/v1/measures/${ref}`)))
})

test('economies and pillars, with their counts', async ({ request }) => {
  const economies = economyList.parse(await body(await get(request, '/api/v1/economies')))
  const pillars = pillarList.parse(await body(await get(request, '/api/v1/pillars')))
  for (const { code, measures } of economies.items.filter(({ measures }) => measures > 0))
    expect((await body(await get(request, `/api/v1/measures?economy=${code}`))).total, code).toBe(measures)
  for (const { number, measures, subPillars } of pillars.items) {
    expect((await body(await get(request, `/api/v1/measures?pillar=${number}`))).total, String(number)).toBe(measures)
    expect(subPillars.reduce((sum, one) => sum + one.measures, 0)).toBe(measures)
  }
})

test('400 names every parameter that was not understood', async ({ request }) => {
  const told = await problem(
    await get(request, '/api/v1/measures?economy=KAZ&pillar=x&asOf=2023-02-29&page=0&perPage=101&inForceOn=0000-01-01'),
    400,
  )
  expect((told.errors as { parameter: string }[]).map(({ parameter }) => parameter).sort()).toEqual([
    'asOf',
    'economy',
    'inForceOn',
    'page',
    'perPage',
    'pillar',
  ])
  for (const { message } of told.errors as { message: string }[]) expect(message).toMatch(/^[A-Z]/)
})

test('404 for what is not published, 410 with the reason for what was withdrawn', async ({ request }) => {
  const { ref, withdrawn } = await measures()
  const none = [
    'KZ-9876',
    'kz',
    'KZ-0001.json',
    '__proto__',
    `${ref}/versions/9`,
    `${ref}/versions/0`,
    `${ref}/versions/1.5`,
    `${ref}/versions/99999999`,
    'KZ-9876/versions',
    'KZ-9876/versions/1',
  ]
  for (const path of none) await problem(await get(request, `/api/v1/measures/${path}`), 404)
  const now = await body(await get(request, `/api/v1/measures/${ref}`))
  expect(await body(await get(request, `/api/v1/measures/${ref}?asOf=2999-01-01`))).toEqual(now)
  await problem(await get(request, `/api/v1/measures/${ref}?asOf=1999`), 404)
  await problem(await get(request, `/api/v1/measures/${ref}?asOf=banana`), 400)
  await problem(await get(request, `/api/v1/measures/${ref}?inForceOn=2019`), 400)
  const told = await problem(await get(request, `/api/v1/measures/${withdrawn}`), 410)
  expect(told).toMatchObject({
    withdrawn: { at: expect.any(String), reason: 'Entered twice.' },
    links: { versions: `/api/v1/measures/${withdrawn}/versions` },
  })
  expect(told).not.toHaveProperty('description')
  expect(await body(await get(request, `/api/v1/measures/${withdrawn}/versions/1`))).toMatchObject({
    version: { state: 'withdrawn' },
    withdrawn: { reason: 'Entered twice.' },
  })
})

test('misspelt words are not replaced for a machine, which is told what they may have meant', async ({ request }) => {
  await given.published(contentWith({ description: 'Zeppelins carry parcels.' }))
  const asked = await body(await get(request, '/api/v1/measures?q=zepelins'))
  expect(asked).toMatchObject({ items: [], total: 0, instead: 'zeppelins' })
  expect(await body(await get(request, `/api/v1/measures?q=${asked.instead}`))).toMatchObject({ total: 1 })
  for (const q of ['zeppelins', 'qqqzzzxxx', '%22zepelins%22', ''])
    expect(await body(await get(request, `/api/v1/measures?q=${q}`)), q).not.toHaveProperty('instead')
})

test('health answers for load balancers, and is never kept', async ({ request }) => {
  const response = await request.get('/api/health')
  expect([response.status(), await response.json(), response.headers()['cache-control']]).toEqual([200, { status: 'ok' }, 'no-store'])
})
