// Reads and writes that the commands and the worker of a bulk share. They authorise nothing: the command did, and each deed's own command does.
import { enqueue } from '#lib/jobs/enqueue.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotFound } from '#lib/system/errors.ts'
import type { Bulk } from '#prisma/generated/client.ts'

const known = (id: number) => (Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? id : 0)

/** One bulk as it stands, its row locked until the transaction ends, with how many of its items wait. Throws NotFound. */
export async function loadBulk(tx: Db, id: number): Promise<Bulk & { waiting: number }> {
  await tx.$queryRaw`SELECT id FROM bulk WHERE id = ${known(id)} FOR UPDATE`
  const bulk = await tx.bulk.findUnique({ where: { id: known(id) } })
  if (!bulk) throw new NotFound('There is no such bulk.')
  return { ...bulk, waiting: await tx.bulkItem.count({ where: { bulkId: bulk.id, state: 'waiting' } }) }
}

/** What is to be done next, and in whose name. */
export type NextItem = {
  item: number
  ref: string
  version: number
  revision: number
  seen: number | null
  bulk: Bulk
}

/** The next item of a bulk that is under way; null when none is left, or somebody stopped it. */
export async function nextItem(bulkId: number): Promise<NextItem | null> {
  const row = await deskDb().bulkItem.findFirst({
    where: { bulkId, state: 'waiting', bulk: { state: 'running' } },
    orderBy: { ordinal: 'asc' },
    include: { bulk: true, measure: { select: { ref: true } } },
  })
  if (!row) return null
  return { item: row.id, ref: row.measure.ref, version: row.version ?? 0, revision: row.revision ?? 0, seen: row.seen, bulk: row.bulk }
}

/** Says why an item was not done. One that was done meanwhile stays done. */
export async function settleUndone(item: number, state: 'refused' | 'failed', message: string, at: Date): Promise<void> {
  await deskDb().bulkItem.updateMany({
    where: { id: item, state: 'waiting' },
    data: { state, message: message.trim() || 'It was refused.', settledAt: at },
  })
}

/** Ends a turn of the worker: the bulk is done when nothing waits any more, and goes on in a further job when something does. */
export async function endTurn(bulkId: number, at: Date): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const { state, waiting } = await loadBulk(tx, bulkId)
    if (state !== 'running') return
    if (waiting > 0) await enqueue(tx, 'run-bulk', { bulk: bulkId })
    else await tx.bulk.update({ where: { id: bulkId }, data: { state: 'done', stateChangedAt: at } })
  })
}
