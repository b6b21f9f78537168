// Confirms or declines a proposed law change. Confirmed by a second person, the act has the event and every measure that rests on the act an impact, in one transaction.
import { record } from '#lib/audit/record.ts'
import { whyNotDecide } from '#lib/law-changes/decision.ts'
import { impactsByPerson, loadLawChange, openImpacts, recordActEvent } from '#lib/law-changes/store.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import { notify } from '#lib/notifications/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Returns how many impacts it opened. A declined one owes a reason. Throws NotFound, NotAllowed, Stale, Invalid. */
export async function decideLawChange(
  actor: Actor,
  input: { id: number; confirm: boolean; reason?: string },
  clock: Clock = systemClock,
): Promise<{ impacts: number }> {
  return deskDb().$transaction(async (tx) => {
    const lawChange = await loadLawChange(tx, input.id, 'lock')
    const { act, name: change, decision } = lawChange
    const refused = whyNotDecide(actor, input.confirm, { economy: act.economyCode, proposedById: lawChange.proposedById })
    if (refused !== null) throw new NotAllowed(refused)
    if (decision) throw new Stale(`${decision.deciderName} ${decision.confirmed ? 'confirmed' : 'declined'} this law change already.`)
    const own = actor.id === lawChange.proposedById
    const reason = input.confirm ? '' : reasonOf(input.reason || (own ? 'Taken back.' : ''), 'Say why it is declined.')
    const at = clock()
    await tx.lawChangeDecision.create({
      data: { lawChangeId: lawChange.id, confirmed: input.confirm, reason, decidedById: actor.id, deciderName: actor.name, createdAt: at },
    })
    if (!input.confirm) {
      await record(tx, actor, { action: 'law change.declined', act: act.title, change, reason }, { at })
      return { impacts: 0 }
    }
    await recordActEvent(tx, lawChange)
    const impacts = await openImpacts(tx, lawChange, at)
    await record(tx, actor, { action: 'law change.confirmed', act: act.title, change, impacts }, { at })
    for (const { personId, measures } of await impactsByPerson(tx, lawChange.id)) {
      const told = { kind: 'law change', by: actor.name, lawChange: lawChange.id, act: act.title, change, measures } as const
      await notify(tx, told, { doneBy: actor.id, owners: [personId] }, at)
    }
    return { impacts }
  })
}
