// The overview counts what waits by state and age and what was done by week, of the person's economies alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { waitingIn } from './overview.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

test('what waits and what was done, in all economies and in one', async () => {
  const { build, cast, editor, reviewer } = stage
  const { overviewOf } = await import('./overview-queries.ts')
  const on = (moment: string) => build.at(moment)
  const now = new Date('2026-11-25T12:00:00Z')
  const begun = (economy: string, moment: string) => build.draft(editor, economy, build.contentWith(), on(moment))
  await build.published(cast, await begun('KZ', '2026-11-10T08:00:00Z'), on('2026-11-11T08:00:00Z'))
  await build.published(cast, await begun('DE', '2026-11-10T08:00:00Z'), on('2026-11-23T00:00:00Z'))
  await build.published(cast, await begun('KZ', '2026-01-10T08:00:00Z'), on('2026-01-11T08:00:00Z'))
  await build.submitted(editor, await begun('KZ', '2026-10-01T08:00:00Z'), on('2026-10-02T08:00:00Z'))
  await build.submitted(editor, await begun('KZ', '2026-11-25T08:00:00Z'), on('2026-11-25T09:00:00Z'))
  await build.returned(cast, await begun('DE', '2026-11-20T08:00:00Z'), 'Name it.', on('2026-11-22T23:59:59Z'))
  await begun('DE', '2026-11-24T08:00:00Z')

  const all = await overviewOf(reviewer, now)
  expect(all.weeks).toEqual([
    { week: '2026-11-09', published: 1, returned: 0 },
    { week: '2026-11-16', published: 0, returned: 1 },
    { week: '2026-11-23', published: 1, returned: 0 },
  ])
  expect(waitingIn(all.waiting, 'in_review')).toEqual({ versions: 2, oldest: new Date('2026-10-02T08:00:00Z') })
  expect(
    all.waiting
      .filter(({ state }) => state === 'in_review')
      .map(({ age, versions }) => [age, versions])
      .sort(),
  ).toEqual([
    [0, 1],
    [3, 1],
  ])
  const german = await build.person({ email: 'de@test.org', role: 'reviewer', economies: ['DE'] })
  const own = await overviewOf(german, now)
  expect(waitingIn(own.waiting, 'in_review').versions).toBe(0)
  expect(waitingIn(own.waiting, 'returned').versions).toBe(1)
  expect(waitingIn(own.waiting, 'draft').versions).toBe(1)
  expect(own.weeks.reduce((sum, { published }) => sum + published, 0)).toBe(1)
})
