// Discards a draft: its version number is not used again and its text stays in the history of the desk. What is published stays as it is.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { draftTransitions, whyNotByRule } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Discards the draft that the person saw at revision `basedOn`. Throws NotFound, NotAllowed, Stale. */
export async function discardDraft(
  actor: Actor,
  input: { ref: string; version: number; basedOn: number },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotByRule(actor, draftTransitions.discard, version)
    if (refused !== null) throw new NotAllowed(refused)
    if (version.head.number !== input.basedOn) throw new Stale(`${version.head.authorName} saved this draft since you opened it.`)
    await tx.version.update({ where: { id: version.id }, data: { state: 'discarded', stateChangedAt: clock() } })
    await record(tx, actor, { action: 'draft.discarded' }, { at: clock(), ref: input.ref, version: input.version })
  })
}
