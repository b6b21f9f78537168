// Changes an act of the register. What cites it keeps the title and events that it took over; a form based on an older edition is refused.
import { whyNotAct } from '#lib/accounts/permissions.ts'
import { loadAct } from '#lib/acts/queries.ts'
import type { ActInput } from '#lib/acts/schema.ts'
import { readAct, updateAct } from '#lib/acts/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/**
 * Saves an act; equal input changes nothing. `edition` is the one that the person saw. Returns the edition that now stands.
 * Throws NotFound, NotAllowed, Invalid, and Stale with `changed: { act }`.
 */
export async function editAct(
  actor: Actor,
  input: { ref: string; edition: number; act: ActInput },
  clock: Clock = systemClock,
): Promise<{ edition: number }> {
  const next = readAct(input.act)
  return deskDb().$transaction(async (tx) => {
    const act = await loadAct(tx, input.ref, 'lock')
    const refused = whyNotAct(actor, 'edit act', act.economy) ?? whyNotAct(actor, 'edit act', next.economy)
    if (refused !== null) throw new NotAllowed(refused)
    if (act.edition !== input.edition)
      throw new Stale(`Somebody changed ${act.ref} since you opened it. Nothing of yours was saved.`, { act })
    if (act.mergedInto !== null)
      throw new Invalid([{ path: '', message: `${act.ref} was merged into ${act.mergedInto}: change that one.` }])
    return { edition: await updateAct(tx, actor, act, next, clock()) }
  })
}
