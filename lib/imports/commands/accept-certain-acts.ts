// Links every undecided basis of an import to the act that it certainly means. Nothing is cited before the draft is created.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'

/** Returns how many were linked: those of the actor's economies whose draft is not created yet. What was chosen stays. Throws NotFound, NotAllowed. */
export async function acceptCertainActs(actor: Actor, input: { batchId: number }, clock: Clock = systemClock): Promise<{ linked: number }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  const theirs = actor.economies === 'all' ? null : [...actor.economies]
  return deskDb().$transaction(async (tx) => {
    const batch = await tx.importBatch.findUnique({ where: { id: input.batchId } })
    if (!batch) throw new NotFound('There is no such import.')
    const linked = await tx.$executeRaw`
      WITH item AS MATERIALIZED (
        SELECT id FROM import_item WHERE batch_id = ${batch.id} AND measure_id IS NULL
          AND (${theirs}::text[] IS NULL OR economy_code::text = ANY(${theirs}::text[])) ORDER BY id FOR UPDATE)
      UPDATE import_basis b SET choice = 'link', act_id = coalesce(a.merged_into_id, a.id) FROM item, act a
      WHERE b.item_id = item.id AND b.choice = 'open' AND b.certain AND a.ref = b.proposals -> 0 ->> 'ref'`
    if (linked === 0 && theirs !== null) {
      const [foreign] = await tx.importItem.findMany({
        where: { batchId: batch.id, measureId: null, bases: { some: { choice: 'open', certain: true } } },
        take: 1,
      })
      const notTheirs = foreign ? whyNot(actor, 'create measure', foreign.economyCode) : null
      if (notTheirs !== null) throw new NotAllowed(notTheirs)
    }
    if (linked > 0) {
      const told = { action: 'import.acts chosen', fileName: batch.fileName, choice: 'the acts that are certain', bases: linked } as const
      await record(tx, actor, told, { at: clock() })
    }
    return { linked }
  })
}
