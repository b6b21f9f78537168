// The profile of an economy against its list: its numbers, its events, each once, and nothing unpublished.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { filterOf } from './filters.ts'

let stage: Attacks
let profile: typeof import('./profile-queries.ts')
let queries: typeof import('./queries.ts')
const refs: string[] = []

beforeAll(async () => {
  stage = await underAttack()
  ;[profile, queries] = await Promise.all([import('./profile-queries.ts'), import('./queries.ts')])
  const { act, amendment, approved, at, contentWith, draft, published } = stage.build
  const add = async (economy: string, subPillar: string, day: string, title: string, statement: string) => {
    const clock = at(`${day}T12:00:00Z`)
    const on = await draft(stage.editor, economy, contentWith({ subPillar, bases: [act('a', title, statement)] }), clock)
    refs.push((await published(stage.cast, on, clock)).ref)
  }
  await add('KZ', '8.3', '2022-01-01', 'Law A', 'Since July 2004, as amended in 2016')
  await add('KZ', '8.4', '2022-01-02', 'Law A', 'Since July 2004, as amended in 2016')
  await add('KZ', '12.10', '2022-01-03', 'Law B', 'Entry into force in 2030')
  await add('DE', '8.3', '2022-01-04', 'Law C', 'Since 1999')
  // Neither a draft nor an amendment in work counts.
  await approved(stage.cast, await draft(stage.editor, 'KZ', contentWith({ subPillar: '6.1', bases: [act('a', 'Secret', 'Since 2001')] })))
  const next = contentWith({ bases: [act('a', 'Law A', 'Since 2002')], changeKind: 'correction', changeNote: 'Dated.' })
  await amendment(stage.editor, refs[0] ?? '', next)
})
afterAll(() => stage?.close())

test('pillars have as many measures as their lists', async () => {
  const counts = await profile.countsByPillar()
  expect(counts.reduce((sum, { measures }) => sum + measures, 0)).toBe(4)
  for (const { economy, pillar, measures } of counts)
    expect((await queries.findMeasures(filterOf(new URLSearchParams({ economy, pillar: String(pillar) })).filter)).total).toBe(measures)
})

test('an event of an act is told once, however many measures cite it', async () => {
  expect(await profile.eventsByYear('KZ')).toEqual([
    { year: '2004', kind: 'since', count: 1 },
    { year: '2016', kind: 'amended', count: 1 },
    { year: '2030', kind: 'entry into force', count: 1 },
  ])
  expect((await profile.latestEvents('KZ', 2)).map(({ title, date }) => `${title} ${date}`)).toEqual(['Law B 2030', 'Law A 2016'])
  expect(await profile.eventsByYear('JP')).toEqual([])
})

test('changes come newest first, of this economy alone', async () => {
  const changes = await profile.latestChanges('KZ', 2)
  expect(changes.map(({ ref, at }) => `${ref} ${at.slice(0, 10)}`)).toEqual([`${refs[2]} 2022-01-03`, `${refs[1]} 2022-01-02`])
})

test('an economy that nobody has checked says so', async () => {
  expect(await profile.checksOf('KZ')).toMatchObject({ checked: 0, oldest: null, newest: null })
})
