// S3 S4 S9 with workers in processes of their own: each publication once, a bad one stops no other, and a kill -9 in the middle loses and doubles none.
import type { ChildProcess } from 'node:child_process'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { endWorker, startWorker } from '#lib/testing/workers.ts'

let stage: Attacks
let owner: pg.Client
const workers: ChildProcess[] = []

beforeAll(async () => {
  stage = await underAttack()
  owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  await owner.query('UPDATE jobs.queue SET retry_delay = 1, retry_backoff = false, retry_limit = 2, heartbeat_seconds = 10')
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => endWorker(worker)))
})
afterAll(async () => {
  await owner?.end()
  await stage?.close()
})

/** A worker that ends with the test. */
const start = async () => workers[workers.push(await startWorker()) - 1] as ChildProcess

/** Measures whose publication fell due while no worker ran. */
async function overdue(count: number): Promise<On[]> {
  const made: On[] = []
  for (let n = 0; n < count; n++) {
    const at = stage.build.at('2026-03-01T12:00:00Z')
    const draft = await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), at)
    made.push(await stage.build.scheduled(stage.cast, draft, { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }, at))
  }
  return made
}
const refs = (list: On[]) => list.map(({ ref }) => ref)
const states = async (list: On[]): Promise<string[]> =>
  (
    await stage.app.query('SELECT v.state FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = ANY($1) ORDER BY m.id', [
      refs(list),
    ])
  ).rows.map(({ state }) => state)
const publications = async (list: On[]): Promise<number> =>
  (
    await stage.app.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'version.published' AND measure_ref = ANY($1)`, [
      refs(list),
    ])
  ).rows[0].n
const all = (state: string, list: On[]) => list.map(() => state)
const patience = { timeout: 50_000, interval: 200 }

test('S3 two workers in two processes: each publication happens once', async () => {
  const list = await overdue(20)
  await Promise.all([start(), start()])
  await expect.poll(() => states(list), patience).toEqual(all('published', list))
  expect(await publications(list)).toBe(20)
})

test('S4 S9 one that the database refuses again and again fails and says so; the rest are published', async () => {
  const list = await overdue(3)
  const bad = list[0]?.ref ?? ''
  await owner.query(`CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`)
  await owner.query(
    `CREATE TRIGGER refuse_one BEFORE INSERT ON published.snapshot FOR EACH ROW WHEN (NEW.ref = '${bad}') EXECUTE FUNCTION refuse_one()`,
  )
  try {
    await start()
    await expect.poll(() => states(list), patience).toEqual(['approved', 'published', 'published'])
  } finally {
    await owner.query('DROP TRIGGER refuse_one ON published.snapshot')
    await owner.query('DROP FUNCTION refuse_one')
  }
  const { rows } = await stage.app.query(
    `SELECT s.state, s.problem FROM schedule s JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1`,
    [bad],
  )
  expect(rows).toEqual([{ state: 'failed', problem: expect.stringMatching(/tried several times/) }])
})

test('S3 a worker killed in the middle published nothing, and another does it once', async () => {
  const list = await overdue(1)
  const ref = list[0]?.ref ?? ''
  // The numbering of the audit trail is held: the worker has published when it waits to say so.
  await owner.query('BEGIN')
  await owner.query('LOCK TABLE audit_entry IN EXCLUSIVE MODE')
  const victim = await start()
  const waits = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%audit_entry%'`
  await expect.poll(async () => (await stage.app.query(waits)).rows[0].n, patience).toBe(1)
  await endWorker(victim, 'SIGKILL')
  await owner.query('ROLLBACK')
  expect((await stage.world.query('SELECT FROM published.version WHERE ref = $1', [ref])).rowCount).toBe(0)
  await start()
  await expect.poll(() => states(list), patience).toEqual(['published'])
  expect(await publications(list)).toBe(1)
})

test('S2 S3 workers killed at any moment: in the end each publication is there, once, and the books agree', async () => {
  const list = await overdue(24)
  for (const moment of [0, 60, 150, 300, 500]) {
    const victim = await start()
    await new Promise((resolve) => setTimeout(resolve, moment)) // not waiting for anything: this is when it dies
    await endWorker(victim, 'SIGKILL')
  }
  await start()
  await expect.poll(() => states(list), patience).toEqual(all('published', list))
  expect(await publications(list)).toBe(list.length)
  const { rows } = await stage.app.query(
    `SELECT count(*)::int AS snapshots, count(DISTINCT p.ref)::int AS measures, count(*) FILTER (WHERE s.state = 'done' AND s.due_at <= p.published_at)::int AS done
     FROM published.version p JOIN measure m ON m.ref = p.ref JOIN version v ON v.measure_id = m.id AND v.number = p.number
     JOIN schedule s ON s.version_id = v.id WHERE p.ref = ANY($1)`,
    [refs(list)],
  )
  expect(rows).toEqual([{ snapshots: 24, measures: 24, done: 24 }])
})
