// Creates the drafts of a plan, one per call and transaction: what is done stays done, and a second call goes on where the first stopped.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { readContent } from '#lib/measures/content.ts'
import { insertMeasure } from '#lib/measures/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'

/**
 * Creates the next draft of the plan: version 1, its first revision the text as it was read. `remaining` counts what is left, `ref` is
 * absent when nothing was. Two people who create at once take different ones. Throws NotFound, NotAllowed.
 */
export async function createNextDraft(
  actor: Actor,
  input: { batchId: number },
  clock: Clock = systemClock,
): Promise<{ done: boolean; ref?: string; remaining: number }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const batch = await tx.importBatch.findUnique({ where: { id: input.batchId } })
    if (!batch) throw new NotFound('There is no such import.')
    const [item] = await tx.$queryRaw<{ id: number; economy: string; content: unknown; line: number }[]>`
      SELECT id, economy_code AS economy, content, line FROM import_item
      WHERE batch_id = ${batch.id} AND outcome = 'create' AND measure_id IS NULL ORDER BY ordinal LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!item) return { done: true, remaining: 0 }
    const notTheirs = whyNot(actor, 'create measure', item.economy)
    if (notTheirs !== null) throw new NotAllowed(`Line ${item.line}: ${notTheirs}`)
    const { ref, measureId } = await insertMeasure(tx, actor, item.economy, readContent(item.content), 'import', clock())
    await tx.importItem.update({ where: { id: item.id }, data: { measureId } })
    await record(tx, actor, { action: 'measure.created', origin: 'import' }, { at: clock(), ref, version: 1 })
    const remaining = await tx.importItem.count({ where: { batchId: batch.id, outcome: 'create', measureId: null } })
    return { done: remaining === 0, ref, remaining }
  })
}
