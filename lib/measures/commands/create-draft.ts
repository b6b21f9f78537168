// Begins a measure: version 1 of it, as a draft. Nothing becomes public.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { content, emptyContent } from '#lib/measures/content.ts'
import { insertMeasure } from '#lib/measures/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/** Creates a measure of an economy (its code), empty but for the sub-pillar. Returns its ref. Throws NotAllowed, Invalid. */
export async function createDraft(
  actor: Actor,
  input: { economy: string; subPillar: string },
  clock: Clock = systemClock,
): Promise<{ ref: string }> {
  const refused = whyNot(actor, 'create measure', input.economy)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const first = content.safeParse({ ...emptyContent, subPillar: input.subPillar }).data
    if (!first || (first.subPillar !== '' && !(await tx.subPillar.findUnique({ where: { code: first.subPillar } }))))
      throw new Invalid([{ path: 'subPillar', message: 'Choose a sub-pillar from the list.' }])
    const { ref } = await insertMeasure(tx, actor, input.economy, first, 'form', clock())
    await record(tx, actor, { action: 'measure.created', origin: 'form' }, { at: clock(), ref, version: 1 })
    return { ref }
  })
}
