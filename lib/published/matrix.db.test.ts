// The counts of the matrix against the list that each cell leads to.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { filterOf } from './filters.ts'

let stage: Attacks
let matrix: typeof import('./matrix-queries.ts')
let queries: typeof import('./queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  ;[matrix, queries] = await Promise.all([import('./matrix-queries.ts'), import('./queries.ts')])
  const { amendment, approved, at, contentWith, draft, published } = stage.build
  const places = [
    ['KZ', '8.3', '2022-01-01'],
    ['KZ', '8.3', '2023-05-05'],
    ['KZ', '12.10', '2022-01-03'],
    ['DE', '8.3', '2022-01-04'],
  ] as const
  for (const [economy, subPillar, day] of places) {
    const clock = at(`${day}T23:30:00Z`)
    await published(stage.cast, await draft(stage.editor, economy, contentWith({ subPillar }), clock), clock)
  }
  // What is not published counts nowhere.
  await draft(stage.editor, 'JP', contentWith({ subPillar: '8.3' }))
  await approved(stage.cast, await draft(stage.editor, 'KZ', contentWith({ subPillar: '6.1' })))
  await amendment(stage.editor, 'DE-0001', contentWith({ subPillar: '6.2', changeKind: 'reclassification', changeNote: 'Moved.' }))
})
afterAll(() => stage?.close())

test('each place has as many measures as its list, its last day, and nothing unpublished', async () => {
  const counts = (await matrix.countsByPlace()).toSorted((a, b) => (a.economy + a.subPillar < b.economy + b.subPillar ? -1 : 1))
  expect(counts.map(({ economy, subPillar, measures, changed }) => [economy, subPillar, measures, changed])).toEqual([
    ['DE', '8.3', 1, '2022-01-04'],
    ['KZ', '12.10', 1, '2022-01-03'],
    ['KZ', '8.3', 2, '2023-05-05'],
  ])
  for (const { economy, subPillar, measures, changed, checked } of counts) {
    const { items, total } = await queries.findMeasures(filterOf(new URLSearchParams({ economy, subPillar })).filter)
    expect(measures).toBe(total)
    expect(changed).toBe(
      items
        .map(({ version }) => version.publishedAt.slice(0, 10))
        .sort()
        .at(-1),
    )
    expect(checked).toBe(
      items
        .flatMap(({ lastVerifiedOn }) => lastVerifiedOn ?? [])
        .sort()
        .at(-1) ?? null,
    )
  }
})
