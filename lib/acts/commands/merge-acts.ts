// Merges a duplicate into the act that stands. Every citation is kept as it was written, and so is what was published; the duplicate's address leads on.
import { whyNot } from '#lib/accounts/permissions.ts'
import { citingMeasures, loadAct } from '#lib/acts/queries.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

type Merge = { ref: string; edition: number; into: string; intoEdition: number }

/** Merges the act `ref` into another, both in the editions that the person saw. Throws NotFound, NotAllowed, Invalid, Stale. */
export async function mergeActs(actor: Actor, input: Merge, clock: Clock = systemClock): Promise<{ into: string }> {
  return deskDb().$transaction(async (tx) => {
    // In one order, so that two people who merge the same two in opposite directions take turns.
    for (const ref of [input.ref, input.into].sort()) await loadAct(tx, ref, 'lock')
    const [act, into] = [await loadAct(tx, input.ref), await loadAct(tx, input.into)]
    const refused = whyNot(actor, 'merge acts', act.economy || null) ?? whyNot(actor, 'merge acts', into.economy || null)
    if (refused !== null) throw new NotAllowed(refused)
    const say = (message: string) => new Invalid([{ path: 'into', message }])
    if (act.id === into.id) throw say('An act cannot be merged into itself.')
    if (act.mergedInto !== null) throw say(`${act.ref} was merged into ${act.mergedInto} already.`)
    if (into.mergedInto !== null) throw say(`${into.ref} was merged into ${into.mergedInto}: choose that one.`)
    if (act.edition !== input.edition || into.edition !== input.intoEdition) {
      throw new Stale('Somebody changed one of the two acts since you looked. Nothing was merged; look at them again.', { act, into })
    }
    const { total } = await citingMeasures(actor, act.id, 1, tx)
    await tx.act.update({ where: { id: act.id }, data: { mergedIntoId: into.id, edition: { increment: 1 } } })
    await tx.act.updateMany({ where: { mergedIntoId: act.id }, data: { mergedIntoId: into.id } })
    await record(tx, actor, { action: 'act.merged', act: act.ref, into: into.ref, measures: total }, { at: clock() })
    return { into: into.ref }
  })
}
