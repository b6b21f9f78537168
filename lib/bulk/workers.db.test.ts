// A worker that is killed in the middle of a bulk, again and again: each item is done once, and none is lost.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { connect } from '#prisma/connection.ts'

let stage: Attacks
const workers: ChildProcess[] = []

beforeAll(async () => {
  stage = await underAttack()
  const owner = await connect(stage.database.ownerUrl)
  await owner.query('UPDATE jobs.queue SET retry_delay = 1, retry_backoff = false, heartbeat_seconds = 10')
  await owner.end()
})
const end = async (worker: ChildProcess, signal: NodeJS.Signals) => {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill(signal)
  await gone
}
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGTERM')))
})
afterAll(() => stage?.close())

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['scripts/worker.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  workers.push(worker)
  await new Promise((resolve, reject) => worker.once('message', resolve).once('exit', () => reject(new Error('The worker ended.'))))
  return worker
}

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
    const worker = await startWorker()
    await vi.waitFor(async () => expect(await done()).toBeGreaterThanOrEqual(least), { timeout: 50_000, interval: 5 })
    await end(worker, 'SIGKILL')
    expect(await done()).toBeLessThan(60)
  }
  await startWorker()
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
