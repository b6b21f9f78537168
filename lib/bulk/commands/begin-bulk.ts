// Begins a bulk that was planned, or goes on with one that was stopped: a worker does item by item. It does none itself.
import { record } from '#lib/audit/record.ts'
import { bulkStateNames, deedNames } from '#lib/bulk/bulk.ts'
import { loadBulk } from '#lib/bulk/store.ts'
import { enqueue } from '#lib/jobs/enqueue.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotFound, Stale } from '#lib/system/errors.ts'

/** Only whoever planned it, for it is done in their name; for anybody else there is none. Throws NotFound, Stale. */
export async function beginBulk(actor: Actor, input: { bulk: number }, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const bulk = await loadBulk(tx, input.bulk)
    if (bulk.createdById !== actor.id) throw new NotFound('There is no such bulk.')
    if (bulk.state === 'running' || bulk.state === 'done') throw new Stale(`It is ${bulkStateNames[bulk.state].toLowerCase()} already.`)
    if (bulk.waiting === 0) throw new Stale('Nothing of it is left to do.')
    const at = clock()
    await tx.bulk.update({ where: { id: bulk.id }, data: { state: 'running', stateChangedAt: at } })
    await record(tx, actor, { action: 'bulk.begun', bulk: bulk.id, deed: deedNames[bulk.deed].verb, items: bulk.waiting }, { at })
    await enqueue(tx, 'run-bulk', { bulk: bulk.id })
  })
}
