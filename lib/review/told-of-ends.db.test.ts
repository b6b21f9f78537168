// Who is told when what they asked for or scheduled comes to its end without them: each once, and with the name of who ended it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { type ReviewCommands, reviewCommands } from '#lib/testing/review-commands.ts'

let stage: Attacks
let review: ReviewCommands
let asker: Actor
let scheduler: Actor

beforeAll(async () => {
  stage = await underAttack()
  review = await reviewCommands()
  asker = await stage.build.person({ email: 'asker@test.org', name: 'asker', role: 'editor' })
  ;({ scheduler } = await import('#lib/system/actor.ts'))
})
beforeEach(() => stage.app.query('DELETE FROM notification'))
afterAll(() => stage?.close())

const time = { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }
const when = '2 March 2026, 09:00 (Asia/Almaty)'
const at = (moment = '2026-03-01T12:00:00Z') => stage.build.at(moment)
const due = () => at('2026-03-02T04:00:00Z')

const draft = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), at())
const seen = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const scheduleOf = async (on: On): Promise<number> =>
  (await stage.app.query('SELECT id FROM schedule WHERE version_id = $1', [await stage.idOf(on)])).rows[0].id
/** Who was told of this kind since the test began, why, and what. */
const told = async (kind: string) =>
  (
    await stage.app.query(
      `SELECT p.name AS who, n.why, n.news ->> 'by' AS by, n.news ->> 'outcome' AS outcome, n.news ->> 'when' AS "when", n.news ->> 'reason' AS reason
       FROM notification n JOIN person p ON p.id = n.person_id WHERE n.kind = $1 ORDER BY p.name`,
      [kind],
    )
  ).rows

async function scheduled(): Promise<On> {
  const on = await stage.build.approved(stage.cast, await draft(), at())
  await review.schedule(stage.reviewer, { ...(await seen(on)), time }, at())
  return on
}
async function asked(said: { time?: typeof time } = {}): Promise<On> {
  const on = await stage.build.published(stage.cast, await draft(), at())
  await review.requestWithdrawal(asker, { ...on, reason: 'The act expires.', ...said }, at())
  return on
}
const decide = (on: On, confirm: boolean) => review.decideWithdrawal(stage.reviewer, { ...on, confirm }, at())

const both = (decided: object) => [
  { who: 'asker', why: 'you asked for it', by: 'reviewer', reason: null, ...decided },
  { who: 'editor', why: 'you wrote part of this version', by: 'reviewer', reason: null, ...decided },
]

test('a cancelled publication is told to who scheduled it, unless they cancelled it themselves', async () => {
  await review.cancelSchedule(stage.administrator, { schedule: await scheduleOf(await scheduled()) }, at())
  expect(await told('schedule cancelled')).toEqual([
    { who: 'reviewer', why: 'you scheduled it', by: 'administrator', outcome: null, when, reason: '' },
  ])
  await stage.app.query('DELETE FROM notification')
  await review.cancelSchedule(stage.reviewer, { schedule: await scheduleOf(await scheduled()) }, at())
  expect(await told('schedule cancelled')).toEqual([])
})

test('taken back for editing, it is told to who scheduled it, with the reason', async () => {
  const on = await scheduled()
  await review.takeBack(stage.editor, { ...(await seen(on)), state: 'scheduled' }, at())
  expect(await told('schedule cancelled')).toMatchObject([
    { who: 'reviewer', by: 'editor', reason: 'the version was taken back for editing' },
  ])
})

test('a declined withdrawal is told to who asked for it and to the authors', async () => {
  await decide(await asked(), false)
  expect(await told('withdrawal decided')).toEqual(both({ outcome: 'declined', when: null }))
})

test('a confirmed one is told when it happens; with a time of its own also when it is put on the schedule', async () => {
  await decide(await asked(), true)
  expect(await told('withdrawal decided')).toEqual(both({ outcome: 'withdrawn', when: null }))
  await stage.app.query('DELETE FROM notification')
  const on = await asked({ time })
  await decide(on, true)
  expect(await told('withdrawal decided')).toEqual(both({ outcome: 'confirmed', when }))
  await stage.app.query('DELETE FROM notification')
  await review.runSchedule(scheduler, { schedule: await scheduleOf(on) }, due())
  expect(await told('withdrawal decided')).toEqual(both({ outcome: 'withdrawn', when: null }))
})
