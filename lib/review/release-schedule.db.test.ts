// A release at a time, by a clock that the test holds: all of it at that moment or none, whatever happens to one of its versions meanwhile.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { type ReviewCommands, reviewCommands } from '#lib/testing/review-commands.ts'

let stage: Attacks
let foreigner: Actor
let scheduler: Actor
let review: ReviewCommands
let startUpdate: typeof import('#lib/law-changes/commands/start-update.ts').startUpdate

beforeAll(async () => {
  stage = await underAttack()
  review = await reviewCommands()
  ;({ startUpdate } = await import('#lib/law-changes/commands/start-update.ts'))
  ;({ scheduler } = await import('#lib/system/actor.ts'))
  foreigner = await stage.build.person({ email: 'fr@test.org', role: 'reviewer', economies: ['FR'] })
})
afterAll(() => stage?.close())

const statement = 'Since July 2004, last amended in September 2022'
// Nine o'clock in Almaty is four o'clock UTC; ahead of all that was published before by the real clock.
const year = new Date().getUTCFullYear() + 1
const time = { local: `${year}-03-02T09:00`, zone: 'Asia/Almaty' }
const due = `${year}-03-02T04:00:00Z`
const at = (moment: string) => stage.build.at(moment)
const seen = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const rows = async (sql: string, values: unknown[] = []) => (await stage.app.query(sql, values)).rows

/** A confirmed law change with an approved update of each of its measures. */
let acts = 0
async function prepared(count: number) {
  const { build, cast, editor } = stage
  const act = await build.registered(editor, 'KZ', `Law on Communications ${++acts}`, statement)
  for (let n = 0; n < count; n++)
    await build.published(cast, await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', act, 'Law', statement)] })))
  const lawChangeId = await build.confirmedLawChange(cast, act)
  const items = []
  for (const { id } of await rows('SELECT id FROM impact WHERE law_change_id = $1 ORDER BY id', [lawChangeId]))
    items.push(await seen(await build.approved(cast, await startUpdate(editor, { impactId: id }))))
  return { lawChangeId, items }
}
async function planned(count = 3) {
  const { lawChangeId, items } = await prepared(count)
  await review.scheduleRelease(stage.reviewer, { lawChangeId, items, time })
  const refs = items.map(({ ref }) => ref)
  const [{ id }] = await rows(
    'SELECT s.id FROM schedule s JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY s.id DESC',
    [refs[0]],
  )
  return { lawChangeId, items, refs, id }
}
/** The state of each version, and of what is on the schedule for it. */
const standing = async (items: On[]) =>
  Promise.all(
    items.map(async (on) => {
      const [row] = await rows(
        'SELECT v.state AS version, s.state AS schedule, s.problem FROM version v LEFT JOIN schedule s ON s.version_id = v.id WHERE v.id = $1 ORDER BY s.id DESC',
        [await stage.idOf(on)],
      )
      return `${row.version} ${row.schedule} ${row.problem}`.trim()
    }),
  )
const run = (id: number, moment = due) => review.runSchedule(scheduler, { schedule: id }, at(moment))
const jobsFor = async (refs: string[]) =>
  rows(
    `SELECT DISTINCT j.id FROM jobs.job j JOIN schedule s ON s.job_id = j.id::text JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id
     WHERE m.ref = ANY($1)`,
    [refs],
  )
const current = async (refs: string[]) =>
  (await stage.world.query('SELECT number, published_at AS at FROM published.version WHERE is_current AND ref = ANY($1)', [refs])).rows

test('all are public at that moment and not before, as one release in the name of who scheduled it', async () => {
  const { lawChangeId, items, refs, id } = await planned()
  expect(await standing(items)).toEqual(Array(3).fill('scheduled waiting'))
  expect(await jobsFor(refs), 'one job for all').toHaveLength(1)
  await run(id, `${year}-03-02T03:59:59Z`)
  expect((await current(refs)).map(({ number }) => number)).toEqual([1, 1, 1])
  await run(id)
  expect(await standing(items)).toEqual(Array(3).fill('published done'))
  expect(await current(refs)).toEqual(Array(3).fill({ number: 2, at: new Date(due) }))
  expect(await rows('SELECT releaser_name AS by, created_at AS at FROM release WHERE law_change_id = $1', [lawChangeId])).toEqual([
    { by: 'reviewer', at: new Date(due) },
  ])
  await run(id) // what is done is left alone
  expect(await rows('SELECT 1 FROM release WHERE law_change_id = $1', [lawChangeId])).toHaveLength(1)
})

test('S3 two workers at once publish it once', async () => {
  const { lawChangeId, items, id } = await planned(2)
  await Promise.all([run(id), run(id), run(id)])
  expect(await standing(items)).toEqual(Array(2).fill('published done'))
  expect(await rows('SELECT 1 FROM release WHERE law_change_id = $1', [lawChangeId])).toHaveLength(1)
})

test('S5 cancelled by one of them, nothing of it is left, and it can be scheduled anew', async () => {
  const { lawChangeId, items, refs, id } = await planned()
  await expect(review.cancelSchedule(foreigner, { schedule: id })).rejects.toMatchObject({ name: 'NotAllowed' })
  await review.cancelSchedule(stage.reviewer, { schedule: id })
  expect([await standing(items), await jobsFor(refs)]).toEqual([Array(3).fill('approved cancelled'), []])
  await run(id)
  expect((await current(refs)).map(({ number }) => number)).toEqual([1, 1, 1])
  await review.scheduleRelease(stage.reviewer, { lawChangeId, items, time })
  expect(await standing(items)).toEqual(Array(3).fill('scheduled waiting'))
})

test('S1 one that is taken back for editing takes all off the schedule; who scheduled it is told why', async () => {
  const { items, refs, id } = await planned()
  const [first, second] = items
  if (!first || !second) throw new Error('none')
  await review.takeBack(stage.editor, { ...second, state: 'scheduled' })
  const why = 'the version was taken back for editing'
  const also = `${why}: ${second.ref}, which was to be published with it`
  expect(await standing(items)).toEqual([`approved void ${also}`, `draft void ${why}`, `approved void ${also}`])
  expect(await jobsFor(refs)).toEqual([])
  await run(id)
  expect((await current(refs)).map(({ number }) => number)).toEqual([1, 1, 1])
  const told = await rows(
    `SELECT count(*)::int AS n FROM notification WHERE person_id = $1 AND kind = 'schedule failed' AND news ->> 'ref' = $2 AND news ->> 'problem' = $3`,
    [stage.reviewer.id, first.ref, also],
  )
  expect(told).toEqual([{ n: 1 }])
})

test('W7 two that are taken back at once: both are drafts, without a deadlock', async () => {
  for (let round = 0; round < 3; round++) {
    const { items } = await planned(3)
    const ends = await Promise.allSettled(items.slice(0, 2).map((one) => review.takeBack(stage.editor, { ...one, state: 'scheduled' })))
    // The later one finds its version approved, as the earlier one left it, and is told so.
    expect(ends.map((end) => (end.status === 'fulfilled' ? 'done' : end.reason.name)).sort()).toEqual(['Stale', 'done'])
    expect((await standing(items)).map((one) => one.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'approved void',
      'approved void',
      'draft void',
    ])
  }
})

test('S9 S4 one that cannot be published publishes none: all failed, named, told, and tried again as a whole', async () => {
  const { items, refs, id } = await planned()
  const last = refs.toSorted().at(-1)
  const owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  await owner.query(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ref = '${last}' THEN RAISE 'no'; END IF; RETURN NEW; END $$`,
  )
  await owner.query('CREATE TRIGGER refuse_one BEFORE INSERT ON published.snapshot FOR EACH ROW EXECUTE FUNCTION refuse_one()')
  try {
    await expect(run(id)).rejects.toThrow(`${last}: the database refused it.`)
  } finally {
    await owner.query('DROP TRIGGER refuse_one ON published.snapshot')
    await owner.end()
  }
  expect([await standing(items), (await current(refs)).map(({ number }) => number)]).toEqual([
    Array(3).fill('scheduled waiting'),
    [1, 1, 1],
  ])
  // After as many tries as the queue has:
  await review.failSchedule(scheduler, { schedule: id }, at(due))
  expect((await standing(items)).every((one) => one.startsWith('approved failed It was tried several times'))).toBe(true)
  await review.retrySchedule(stage.reviewer, { schedule: id })
  expect([await standing(items), (await jobsFor(refs)).length]).toEqual([Array(3).fill('scheduled waiting'), 1])
  await run(id)
  expect(await standing(items)).toEqual(Array(3).fill('published done'))
})

test('is refused as a whole, with a reason for each, for what is not approved, not of the law change, or past', async () => {
  const { lawChangeId, items } = await prepared(2)
  const [first, second] = items
  const other = await prepared(1)
  if (!first || !second || !other.items[0]) throw new Error('none')
  await review.takeBack(stage.editor, { ...second, state: 'approved' })
  await expect(review.scheduleRelease(stage.reviewer, { lawChangeId, items: [...items, ...other.items], time })).rejects.toMatchObject({
    name: 'Invalid',
    issues: [{ path: second.ref }, { path: other.items[0].ref }, { path: '' }],
  })
  const past = { lawChangeId, items: [first], time: { local: '2020-01-01T09:00', zone: 'UTC' } }
  await expect(review.scheduleRelease(stage.reviewer, past)).rejects.toMatchObject({ name: 'Invalid' })
  await expect(review.scheduleRelease(stage.editor, { lawChangeId, items: [first], time })).rejects.toMatchObject({ name: 'Invalid' })
  await expect(review.scheduleRelease(stage.reviewer, { lawChangeId, items: [], time })).rejects.toThrow('Choose at least one')
  expect(await standing([first])).toEqual(['approved null null'])
})

test('no one of it is published before the others, by a click or by raw SQL', async () => {
  const { lawChangeId, items, id } = await planned(2)
  const [first] = items
  if (!first) throw new Error('none')
  await expect(review.publish(stage.reviewer, first)).rejects.toThrow()
  await expect(review.publishRelease(stage.reviewer, { lawChangeId, items })).rejects.toMatchObject({ name: 'Invalid' })
  const { attempt } = stage
  const back = ['UPDATE version SET state = $2 WHERE id = $1', [await stage.idOf(first), 'approved']] as [string, unknown[]]
  for (const state of ['cancelled', 'void', 'done'])
    expect(await attempt([`UPDATE schedule SET state = '${state}', job_id = NULL WHERE id = $1`, [id]], back)).toBe(
      'a release is done, cancelled or given up as a whole',
    )
  const another = await stage.idOf(
    await stage.build.approved(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())),
  )
  const copy = (what: string) =>
    `INSERT INTO schedule (version_id, deed, digest, local_time, zone, due_at, scheduled_by_id, scheduler_name, created_at, job_id, release_plan_id)
     SELECT ${another}, 'publish', (head_revision(${another})).digest, local_time, zone, due_at, scheduled_by_id, scheduler_name, created_at, job_id, ${what} FROM schedule WHERE id = $1`
  expect(await attempt([copy('release_plan_id'), [id]])).toBe('a release holds versions that were started for its law change')
  expect(await attempt(['UPDATE schedule SET release_plan_id = NULL WHERE id = $1', [id]])).toMatch('never changes, only its state')
  expect(await attempt(['DELETE FROM release_plan'])).toMatch(/never changed|permission denied/)
})
