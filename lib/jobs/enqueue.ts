// Asks for work to be done later, inside the caller's transaction: rolled back, nobody ever asked. It does no work.
import { fromPrisma, PgBoss } from 'pg-boss'
import { type Db, deskPool } from '#lib/system/db.ts'
import { log } from '#lib/system/log.ts'
import { type Kind, SCHEMA, type Work } from './queue.ts'

// One per pool, also across separately bundled routes: it keeps nothing but the settings of the queues.
const kept = globalThis as unknown as { asAmendedSenders?: WeakMap<object, Promise<PgBoss>> }
kept.asAmendedSenders ??= new WeakMap()
const senders = kept.asAmendedSenders

/** Its timers keep no process alive: a script that enqueued something ends when it is done. */
const lightClock = {
  now: () => Date.now(),
  setTimeout: (work: () => void, ms: number) => setTimeout(work, ms).unref(),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work: () => void, ms: number) => setInterval(work, ms).unref(),
  clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
}

function sender(): Promise<PgBoss> {
  const pool = deskPool()
  const known = senders.get(pool)
  if (known) return known
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: SCHEMA,
    clock: lightClock,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => pool.ended || log.warn({ error: error.message }, 'the queue of jobs complains'))
  const started = boss.start()
  senders.set(pool, started)
  started.catch(() => senders.delete(pool)) // the next caller tries again
  return started
}

/** Asks for one piece of work, at once or not before `after`. Done when the transaction is committed, and not otherwise. Returns its id. */
export async function enqueue<K extends Kind>(tx: Db, kind: K, data: Work[K], after?: Date): Promise<string> {
  const boss = await sender()
  const id = await boss.send(kind, data, { db: fromPrisma(tx), ...(after ? { startAfter: after } : {}) })
  if (id === null) throw new Error(`The queue took no ${kind}.`)
  return id
}

/** Takes work back that nobody began: its row goes with the transaction. One that runs meanwhile finds out for itself. */
export async function unqueue(tx: Db, kind: Kind, id: string): Promise<void> {
  await (await sender()).deleteJob(kind, id, { db: fromPrisma(tx) })
}
