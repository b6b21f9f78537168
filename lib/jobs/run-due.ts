// Does the work that is due, as one of any number of workers: PostgreSQL hands each piece to one of them. What the work is, its caller says.
import { PgBoss } from 'pg-boss'
import { env } from '#lib/system/env.ts'
import { log } from '#lib/system/log.ts'
import { type Kind, queues, rounds, SCHEMA, type Work } from './queue.ts'

/** How to do each kind of work. Throws when it could not be done: it is tried again, and told as given up in the end. */
export type Handlers = { [K in Kind]: (data: Work[K]) => Promise<void> }

const LOOK = 1 // seconds between two looks at an empty queue
const GRACE = 10_000

/** Starts a worker; `stop` lets what was begun end. */
export async function runDue(handlers: Handlers): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env.databaseAppUrl,
    application_name: 'as-amended worker',
    schema: SCHEMA,
    max: 3,
    migrate: false, // the owner's, when the program starts
    reindex: false,
    registerInstance: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 60,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'the worker complains'))
  await boss.start({ attempts: 10 })
  for (const kind of Object.keys(queues) as Kind[]) await take(boss, kind, handlers)
  for (const [kind, cron] of Object.entries(rounds)) await boss.schedule(kind, cron, {})
  return { stop: () => boss.stop({ graceful: true, timeout: GRACE }) }
}

async function take<K extends Kind>(boss: PgBoss, kind: K, handlers: Handlers): Promise<void> {
  await boss.work<Work[K]>(kind, { pollingIntervalSeconds: LOOK, batchSize: 1, burstWhenBatchFull: true }, async ([job]) => {
    if (!job) return
    try {
      await handlers[kind](job.data)
    } catch (error) {
      log.error({ kind, job: job.id, data: job.data, error: error instanceof Error ? error.stack : String(error) }, 'a job failed')
      throw error
    }
  })
}
