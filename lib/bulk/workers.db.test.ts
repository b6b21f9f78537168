// A worker that is killed in the middle of a bulk, again and again: each item is done once, and none is lost.
import type { ChildProcess } from 'node:child_process'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { endWorker, startWorker } from '#lib/testing/workers.ts'
import { connect } from '#prisma/connection.ts'

let stage: Attacks
const workers: ChildProcess[] = []

beforeAll(async () => {
  stage = await underAttack()
  const owner = await connect(stage.database.ownerUrl)
  await owner.query('UPDATE jobs.queue SET retry_delay = 1, retry_backoff = false, heartbeat_seconds = 10')
  await owner.end()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => endWorker(worker)))
})
afterAll(() => stage?.close())

/** A worker that ends with the test. */
const start = async () => workers[workers.push(await startWorker()) - 1] as ChildProcess

test('S3 killed twice in the middle, each item is done exactly once', { timeout: 120_000 }, async () => {
  const { planBulk } = await import('./commands/plan-bulk.ts')
  const { beginBulk } = await import('./commands/begin-bulk.ts')
  const drafts: On[] = []
  for (let n = 0; n < 60; n++) drafts.push(await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith()))
  const refs = drafts.map(({ ref }) => ref)
  const { bulk } = await planBulk(stage.editor, { request: { deed: 'submit' }, refs })
  await beginBulk(stage.editor, { bulk })
  const done = async () =>
    (await stage.app.query("SELECT count(*)::int AS n FROM bulk_item WHERE bulk_id = $1 AND state = 'done'", [bulk])).rows[0].n as number
  for (const least of [5, 25]) {
    const worker = await start()
    await vi.waitFor(async () => expect(await done()).toBeGreaterThanOrEqual(least), { timeout: 50_000, interval: 5 })
    await endWorker(worker, 'SIGKILL')
    expect(await done()).toBeLessThan(60)
  }
  await start()
  await vi.waitFor(async () => expect((await stage.app.query('SELECT state FROM bulk WHERE id = $1', [bulk])).rows[0].state).toBe('done'), {
    timeout: 50_000,
    interval: 100,
  })
  expect(await done()).toBe(60)
  const { rows } = await stage.app.query(
    "SELECT measure_ref FROM audit_entry WHERE action = 'version.submitted' AND measure_ref = ANY($1) ORDER BY measure_ref",
    [refs],
  )
  expect(rows.map((row) => row.measure_ref)).toEqual(refs.toSorted())
})
