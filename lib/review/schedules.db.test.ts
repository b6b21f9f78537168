// S1 to S10 at the database, by a clock that the test holds: what is scheduled happens once, at its time, in the name of who said so, or says why not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, publishRow, underAttack } from '#lib/testing/attacks.ts'
import { type ReviewCommands, reviewCommands } from '#lib/testing/review-commands.ts'

let stage: Attacks
let review: ReviewCommands
let scheduler: import('#lib/system/actor.ts').Actor

beforeAll(async () => {
  stage = await underAttack()
  review = await reviewCommands()
  ;({ scheduler } = await import('#lib/system/actor.ts'))
})
afterAll(() => stage?.close())

// Nine o'clock in Almaty on 2 March 2026 is four o'clock UTC.
const time = { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }
const [eve, early, due, late] = ['2026-03-01T12:00:00Z', '2026-03-02T03:59:59Z', '2026-03-02T04:00:00Z', '2026-03-05T00:00:00Z']
const at = (moment = eve) => stage.build.at(moment)
const one = async (sql: string, values: unknown[]) => (await stage.app.query(sql, values)).rows[0]

const approved = async () =>
  stage.build.approved(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), at()), at())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const stateOf = async (on: On) => (await one('SELECT state FROM version WHERE id = $1', [await stage.idOf(on)])).state
const scheduleOf = async (on: On) =>
  one('SELECT id, state, problem, job_id AS job, due_at AS due FROM schedule WHERE version_id = $1 ORDER BY id DESC', [
    await stage.idOf(on),
  ])
const jobs = async (schedule: number) =>
  (await one(`SELECT count(*)::int AS n FROM jobs.job WHERE data ->> 'schedule' = $1`, [`${schedule}`])).n
const world = async (on: On) =>
  (await stage.world.query('SELECT number, published_at AS at FROM published.version WHERE ref = $1 AND is_current', [on.ref])).rows[0]
const last = async (on: On) =>
  one(
    `SELECT actor_name AS who, action, details ->> 'scheduledBy' AS "scheduledBy" FROM audit_entry WHERE measure_ref = $1 ORDER BY id DESC`,
    [on.ref],
  )

async function scheduled(said: object = time): Promise<On & { id: number }> {
  const on = await approved()
  await review.schedule(stage.reviewer, { ...(await decision(on)), time: { ...time, ...said } }, at())
  return { ...on, id: (await scheduleOf(on)).id }
}
const run = (id: number, moment = due) => review.runSchedule(scheduler, { schedule: id }, at(moment))

test('what is scheduled is public at its time and not before, in the name of who scheduled it', async () => {
  const on = await scheduled()
  expect([await stateOf(on), (await scheduleOf(on)).due]).toEqual(['scheduled', new Date(due)])
  await run(on.id, early)
  expect([await stateOf(on), await world(on)]).toEqual(['scheduled', undefined])
  await run(on.id)
  expect([await stateOf(on), await world(on)]).toEqual(['published', { number: 1, at: new Date(due) }])
  expect(await last(on)).toEqual({ who: 'Scheduler', action: 'version.published', scheduledBy: 'reviewer' })
  expect(await one('SELECT published_by_id AS by FROM version WHERE id = $1', [await stage.idOf(on)])).toEqual({ by: stage.reviewer.id })
  expect(await scheduleOf(on)).toMatchObject({ state: 'done', job: null })
})

test('its job waits in the queue for the instant', async () => {
  const on = await scheduled()
  expect(await one(`SELECT state, start_after AS due FROM jobs.job WHERE data ->> 'schedule' = $1`, [`${on.id}`])).toEqual({
    state: 'created',
    due: new Date(due),
  })
})

describe('S1 an edit voids the schedule', () => {
  test('taken back, nothing is left to happen', async () => {
    const on = await scheduled()
    await review.takeBack(stage.editor, { ...(await decision(on)), state: 'scheduled' }, at())
    expect([await stateOf(on), (await scheduleOf(on)).state, await jobs(on.id)]).toEqual(['draft', 'void', 0])
    await run(on.id, late)
    expect(await world(on)).toBeUndefined()
  })
  test('the database takes no revision of a scheduled version, and none leaves its schedule behind', async () => {
    const on = await scheduled()
    const id = await stage.idOf(on)
    expect(
      await stage.attempt([
        `INSERT INTO revision (version_id, number, content, origin, author_id, author_name) VALUES ($1, 3, '{"schemaVersion":1}', 'form', $2, 'x')`,
        [id, stage.editor.id],
      ]),
    ).toMatch(/takes no revision/)
    expect(await stage.attempt([`UPDATE version SET state = 'draft' WHERE id = $1`, [id]])).toMatch(
      /scheduled exactly while a schedule waits/,
    )
    expect(await stage.attempt([`UPDATE schedule SET state = 'cancelled', job_id = NULL WHERE id = $1`, [on.id]])).toMatch(
      /scheduled exactly while/,
    )
    expect(await stage.attempt([`UPDATE schedule SET digest = 'x' WHERE id = $1`, [on.id]])).toMatch(/never changes/)
    expect(await stage.attempt([`DELETE FROM schedule WHERE id = $1`, [on.id]])).toMatch(/permission denied|never deleted/)
  })
})

test('S2 what fell due during an outage is done on return, at the time of the return', async () => {
  const on = await scheduled()
  await run(on.id, late)
  expect(await world(on)).toEqual({ number: 1, at: new Date(late) })
})

test('S3 ten workers at once, one publication', async () => {
  const on = await scheduled()
  await Promise.all(Array.from({ length: 10 }, () => run(on.id)))
  expect(await stateOf(on)).toBe('published')
  const published = await one(`SELECT count(*)::int AS n FROM audit_entry WHERE measure_ref = $1 AND action = 'version.published'`, [
    on.ref,
  ])
  expect(published.n).toBe(1)
})

describe('S5 cancel leaves no ghost', () => {
  test('the version is approved again, and no job, no waiting row and no later run does anything', async () => {
    const on = await scheduled()
    await review.cancelSchedule(stage.administrator, { schedule: on.id }, at())
    expect([await stateOf(on), (await scheduleOf(on)).state, await jobs(on.id)]).toEqual(['approved', 'cancelled', 0])
    await run(on.id, late)
    expect([await stateOf(on), await world(on)]).toEqual(['approved', undefined])
    await expect(review.cancelSchedule(stage.reviewer, { schedule: on.id }, at())).rejects.toThrow(/cancelled by now/)
  })
  test('it can be published at once, or scheduled anew', async () => {
    const on = await scheduled()
    await review.cancelSchedule(stage.reviewer, { schedule: on.id }, at())
    await review.schedule(stage.reviewer, { ...(await decision(on)), time }, at())
    expect((await scheduleOf(on)).state).toBe('waiting')
  })
  test('cancelled and run at the same instant: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const on = await scheduled()
      const [cancelled] = await Promise.allSettled([review.cancelSchedule(stage.reviewer, { schedule: on.id }, at(due)), run(on.id)])
      expect(await stateOf(on)).toBe(cancelled.status === 'fulfilled' ? 'approved' : 'published')
    }
  })
})

test('S6 the person who scheduled it is gone: it is published all the same, in their name', async () => {
  const gone = await stage.build.person({ email: 'gone@test.org', name: 'Greta Gone', role: 'reviewer' })
  const on = await approved()
  await review.schedule(gone, { ...(await decision(on)), time }, at())
  await stage.app.query('UPDATE person SET disabled_at = now(), session_epoch = session_epoch + 1 WHERE id = $1', [gone.id])
  await run((await scheduleOf(on)).id)
  expect(await stateOf(on)).toBe('published')
  expect(await last(on)).toMatchObject({ who: 'Scheduler', scheduledBy: 'Greta Gone' })
})

test('S7 S8 a time that is none, two or past is refused, and nothing is kept of it', async () => {
  const on = await approved()
  const seen = await decision(on)
  for (const said of [{ local: '2026-03-01T16:59' }, { local: '2026-03-29T02:30', zone: 'Europe/Berlin' }, { zone: 'Nowhere' }])
    await expect(review.schedule(stage.reviewer, { ...seen, time: { ...time, ...said } }, at())).rejects.toMatchObject({ name: 'Invalid' })
  expect([await stateOf(on), await scheduleOf(on)]).toEqual(['approved', undefined])
})

describe('S9 failure is a state', () => {
  test('given up, the version is approved again and says why; tried again, it is published', async () => {
    const on = await scheduled()
    await review.failSchedule(scheduler, { schedule: on.id }, at(due))
    expect([await stateOf(on), await scheduleOf(on)]).toEqual(['approved', expect.objectContaining({ state: 'failed', job: null })])
    expect((await scheduleOf(on)).problem).toMatch(/tried several times/)
    await review.retrySchedule(stage.reviewer, { schedule: on.id }, at(late))
    expect([await stateOf(on), await jobs(on.id)]).toEqual(['scheduled', 2])
    await run(on.id, late)
    expect([await stateOf(on), await world(on)]).toEqual(['published', { number: 1, at: new Date(late) }])
  })
  test('a failed schedule of a text that changed since is not tried again', async () => {
    const on = await scheduled()
    await review.failSchedule(scheduler, { schedule: on.id }, at(due))
    await review.takeBack(stage.editor, { ...(await decision(on)), state: 'approved' }, at(late))
    await expect(review.retrySchedule(stage.reviewer, { schedule: on.id }, at(late))).rejects.toMatchObject({ name: 'Stale' })
  })
})

describe('who may', () => {
  test('an editor schedules and cancels nothing; nobody but the scheduler runs or gives up', async () => {
    const on = await approved()
    const seen = await decision(on)
    await expect(review.schedule(stage.editor, { ...seen, time }, at())).rejects.toMatchObject({ name: 'NotAllowed' })
    const other = await scheduled()
    await expect(review.cancelSchedule(stage.editor, { schedule: other.id }, at())).rejects.toMatchObject({ name: 'NotAllowed' })
    for (const person of [stage.administrator, stage.reviewer]) {
      await expect(review.runSchedule(person, { schedule: other.id }, at(due))).rejects.toMatchObject({ name: 'NotAllowed' })
      await expect(review.failSchedule(person, { schedule: other.id }, at(due))).rejects.toMatchObject({ name: 'NotAllowed' })
    }
    await expect(run(1_000_000)).rejects.toMatchObject({ name: 'NotFound' })
  })
  test('W1 the database publishes no scheduled version before its time, nor in another name, nor one that nobody scheduled', async () => {
    const on = await scheduled({ local: '2030-03-02T09:00' })
    const id = await stage.idOf(on)
    expect(await stage.attempt(publishRow(id, stage.reviewer))).toMatch(/published at its time/)
    const past = await scheduled()
    expect(await stage.attempt(publishRow(await stage.idOf(past), stage.administrator))).toMatch(/in the name of who scheduled it/)
    const bare = await stage.idOf(await approved())
    expect(await stage.attempt([`UPDATE version SET state = 'scheduled' WHERE id = $1`, [bare]])).toMatch(/exactly while a schedule waits/)
  })
  test('W2 W5 it is pinned to the text that was approved, and checked as a click is', async () => {
    const on = await approved()
    await expect(review.schedule(stage.reviewer, { ...on, digest: 'f'.repeat(64), time }, at())).rejects.toMatchObject({ name: 'Stale' })
    const draft = await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), at())
    await expect(review.schedule(stage.reviewer, { ...(await decision(draft)), time }, at())).rejects.toMatchObject({ name: 'Stale' })
  })
})

describe('W4 a withdrawal at a time', () => {
  async function asked() {
    const on = await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), at()), at())
    await review.requestWithdrawal(stage.editor, { ...on, reason: 'The act expires.', time }, at())
    return on
  }
  const confirm = (on: On, moment = eve) => review.decideWithdrawal(stage.reviewer, { ...on, confirm: true }, at(moment))
  const withdrawn = async (on: On) =>
    (await stage.world.query('SELECT withdrawn_at AS at FROM published.withdrawal WHERE ref = $1', [on.ref])).rows[0]

  test('is asked for by one, confirmed by another, and happens at its time', async () => {
    const on = await asked()
    expect(await scheduleOf(on)).toBeUndefined()
    await expect(review.decideWithdrawal(stage.editor, { ...on, confirm: true }, at())).rejects.toMatchObject({ name: 'NotAllowed' })
    await confirm(on)
    expect([await stateOf(on), (await scheduleOf(on)).state]).toEqual(['published', 'waiting'])
    await run((await scheduleOf(on)).id)
    expect([await stateOf(on), await withdrawn(on)]).toEqual(['withdrawn', { at: new Date(due) }])
    expect(await last(on)).toEqual({ who: 'Scheduler', action: 'version.withdrawn', scheduledBy: 'editor' })
  })
  test('confirmed after its time, it happens at once', async () => {
    const on = await asked()
    await confirm(on, late)
    expect([await stateOf(on), await scheduleOf(on)]).toEqual(['withdrawn', undefined])
  })
  test('cancelled by who asked, it never happens, and the confirmation is spent', async () => {
    const on = await asked()
    await confirm(on)
    const { id } = await scheduleOf(on)
    await review.cancelSchedule(stage.editor, { schedule: id }, at())
    await run(id, late)
    expect(await stateOf(on)).toBe('published')
    expect(
      await stage.attempt([
        `UPDATE version SET state = 'withdrawn', published_during = tstzrange(lower(published_during), now()) WHERE id = $1`,
        [await stage.idOf(on)],
      ]),
    ).toMatch(/not when it was cancelled/)
  })
  test('S10 one version expires and the next goes live in the same minute: the next is what stands, whoever is first', async () => {
    for (const order of [0, 1, 2]) {
      const on = await asked()
      await confirm(on)
      const content = stage.build.contentWith({ coverage: 'Next', changeKind: 'editorial', changeNote: 'x' })
      const next = await stage.build.approved(stage.cast, await stage.build.amendment(stage.editor, on.ref, content, at()), at())
      await review.schedule(stage.reviewer, { ...(await decision(next)), time }, at())
      const runs = [async () => run((await scheduleOf(on)).id), async () => run((await scheduleOf(next)).id)]
      if (order === 2) await Promise.all(runs.map((go) => go()))
      else for (const go of order === 0 ? runs : runs.toReversed()) await go()
      expect(await stateOf(next), `order ${order}`).toBe('published')
      expect(['withdrawn', 'superseded']).toContain(await stateOf(on))
      expect((await world(on)).number).toBe(2)
      expect(['done', 'void']).toContain((await scheduleOf(on)).state)
    }
  })
})
