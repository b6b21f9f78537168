// The numbers of the map against the lists of the same day, by both clocks.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { filterOf } from './filters.ts'

let stage: Attacks
let map: typeof import('./map-queries.ts')
let queries: typeof import('./queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  ;[map, queries] = await Promise.all([import('./map-queries.ts'), import('./queries.ts')])
  expect(await map.firstPublicationYear()).toBeNull()
  const { act, amendment, approved, at, contentWith, draft, published } = stage.build
  const add = async (economy: string, day: string, statement: string) => {
    const clock = at(`${day}T12:00:00Z`)
    return published(stage.cast, await draft(stage.editor, economy, contentWith({ bases: [act('a', 'Law', statement)] }), clock), clock)
  }
  await add('KZ', '2021-12-31', 'Entry into force in July 2004, repealed in 2010')
  await add('KZ', '2022-06-01', 'Since 2010')
  const changed = await add('DE', '2023-06-01', 'Adopted in 2015')
  const later = at('2024-06-01T12:00:00Z')
  const next = contentWith({ bases: [act('a', 'Law', 'Since 2018')], changeKind: 'correction', changeNote: 'Dated.' })
  await published(stage.cast, await amendment(stage.editor, changed.ref, next, later), later)
  await approved(stage.cast, await draft(stage.editor, 'JP', contentWith()))
})
afterAll(() => stage?.close())

const total = async (query: Record<string, string>) =>
  (await queries.findMeasures(filterOf(new URLSearchParams({ ...query, perPage: '100' })).filter)).items

test.each(['2003-12-31', '2004-07-15', '2009-12-31', '2010-12-31', '2015-12-31', '2018-12-31', '2026-12-31'])(
  'in force on %s',
  async (inForceOn) => {
    const counts = await map.countsInForce(inForceOn)
    expect(counts.map(({ economy }) => economy)).not.toContain('JP')
    for (const economy of ['KZ', 'DE', 'JP']) {
      const found = await total({ economy, inForceOn })
      const count = counts.find((one) => one.economy === economy)
      expect(count?.measures ?? 0, economy).toBe(found.length)
      expect(count?.certain ?? 0, economy).toBe(found.filter(({ inForce }) => inForce === 'certainly').length)
    }
  },
)

test.each([
  ['2020-12-31', {}],
  ['2021-12-31', { KZ: 1 }],
  ['2022-12-31', { KZ: 2 }],
  ['2024-12-31', { KZ: 2, DE: 1 }],
])('published at the end of %s', async (asOf, expected) => {
  const counts = await map.countsAsOf(asOf)
  expect(Object.fromEntries(counts.map(({ economy, measures }) => [economy, measures]))).toEqual(expected)
  for (const { economy, measures } of counts) expect((await total({ economy, asOf })).length).toBe(measures)
})

test('the first year is that of the first publication', async () => expect(await map.firstPublicationYear()).toBe(2021))
