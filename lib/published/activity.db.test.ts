// The months of the activity against what was done in them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let activity: typeof import('./activity-queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  activity = await import('./activity-queries.ts')
  const { amendment, at, contentWith, draft, published } = stage.build
  const clock = (day: string) => at(`${day}T23:59:00Z`)
  const first = await published(
    stage.cast,
    await draft(stage.editor, 'KZ', contentWith({ subPillar: '8.3' }), clock('2026-01-31')),
    clock('2026-01-31'),
  )
  await published(stage.cast, await draft(stage.editor, 'DE', contentWith({ subPillar: '6.1' }), clock('2026-02-01')), clock('2026-02-01'))
  for (const [day, changeKind] of [
    ['2026-02-02', 'amendment'],
    ['2026-02-03', 'correction'],
    ['2026-03-03', 'editorial'],
  ] as const) {
    const content = contentWith({ subPillar: '8.3', description: `Said on ${day}.`, changeKind, changeNote: 'Why.' })
    await published(stage.cast, await amendment(stage.editor, first.ref, content, clock(day)), clock(day))
  }
  await amendment(stage.editor, first.ref, contentWith({ changeKind: 'editorial', changeNote: 'Not yet.' }))
})
afterAll(() => stage?.close())

const told = async (of: { economy?: string; pillar?: number }, since = '2025-01-01') =>
  (await activity.activityByMonth(since, of)).map(({ at, series, count }) => `${at} ${series}: ${count}`)

test('each version counts once, in the month of its publication', async () => {
  expect(await told({})).toEqual(['2026-01 0: 1', '2026-02 0: 1', '2026-02 1: 1', '2026-02 2: 1', '2026-03 2: 1'])
})
test.each([
  [{ economy: 'DE' }, ['2026-02 0: 1']],
  [{ pillar: 8 }, ['2026-01 0: 1', '2026-02 1: 1', '2026-02 2: 1', '2026-03 2: 1']],
  [{ economy: 'DE', pillar: 8 }, []],
])('of %o', async (of, expected) => expect(await told(of)).toEqual(expected))
test('from a day on', async () => expect(await told({}, '2026-03-01')).toEqual(['2026-03 2: 1']))
