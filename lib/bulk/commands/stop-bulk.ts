// Stops a bulk between two items: what is done stays done, and it can be gone on with.
import { record } from '#lib/audit/record.ts'
import { deedNames } from '#lib/bulk/bulk.ts'
import { loadBulk } from '#lib/bulk/store.ts'
import { type Actor, scheduler } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotFound, Stale } from '#lib/system/errors.ts'

/** By whoever planned it, an administrator, or the scheduler when its work was given up. Throws NotFound, Stale. */
export async function stopBulk(actor: Actor, input: { bulk: number }, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const bulk = await loadBulk(tx, input.bulk)
    if (bulk.createdById !== actor.id && actor.role !== 'administrator' && actor.id !== scheduler.id)
      throw new NotFound('There is no such bulk.')
    if (bulk.state !== 'running' && actor.id === scheduler.id) return // somebody else stopped it, or it is done
    if (bulk.state !== 'running') throw new Stale('It is not under way any more.')
    const at = clock()
    await tx.bulk.update({ where: { id: bulk.id }, data: { state: 'stopped', stateChangedAt: at } })
    await record(tx, actor, { action: 'bulk.stopped', bulk: bulk.id, deed: deedNames[bulk.deed].verb, items: bulk.waiting }, { at })
  })
}
