// Does the work that is due, as one of any number of workers: PostgreSQL hands each piece to one of them. What the work is, its caller says.
import { type JobResult, PgBoss } from 'pg-boss'
import { env } from '#lib/system/env.ts'
import { log } from '#lib/system/log.ts'
import { type Kind, queues, rounds, SCHEMA, type Work } from './queue.ts'

/** How to do each kind of work. Throws when it could not be done: it is tried again, and told as given up in the end. */
export type Handlers = { [K in Kind]: (data: Work[K]) => Promise<void> }

const LOOK = 1 // seconds between two looks at an empty queue
const AT_ONCE = 4
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
  // A few at once, and the next few without a pause while there are more: one at a time, hundreds of e-mails would take as many seconds.
  const options = { pollingIntervalSeconds: LOOK, batchSize: AT_ONCE, burstWhenBatchFull: true, perJobResults: true } as const
  await boss.work<Work[K]>(kind, options, (jobs) => Promise.all(jobs.map((job) => done(kind, job, handlers))))
}

/** Does one piece of work; what goes wrong with it is its own outcome, and not that of the others. */
async function done<K extends Kind>(kind: K, { id, data }: { id: string; data: Work[K] }, handlers: Handlers): Promise<JobResult> {
  try {
    await handlers[kind](data)
    return { id, status: 'completed' }
  } catch (error) {
    log.error({ kind, job: id, data, error: error instanceof Error ? error.stack : String(error) }, 'a job failed')
    return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } }
  }
}
