// Answers an impact by “not affected”, with the reason. It settles nothing until a second person checked it.
import { record } from '#lib/audit/record.ts'
import { whyNotAnswer } from '#lib/law-changes/impact.ts'
import { loadImpact, loadLawChange } from '#lib/law-changes/store.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import { notify } from '#lib/notifications/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Throws NotFound, NotAllowed, Stale, Invalid. */
export async function sayNotAffected(actor: Actor, input: { impactId: number; reason: string }, clock: Clock = systemClock): Promise<void> {
  const at = clock()
  await deskDb().$transaction(async (tx) => {
    const impact = await loadImpact(tx, input.impactId, 'lock')
    const refused = whyNotAnswer(actor, impact)
    if (refused !== null) throw impact.state === 'open' ? new NotAllowed(refused) : new Stale(refused)
    const reason = reasonOf(input.reason, 'Say why the measure is not affected.')
    await tx.impactAnswer.create({
      data: { impactId: impact.id, outcome: 'not_affected', reason, answeredById: actor.id, answererName: actor.name, createdAt: at },
    })
    await tx.impact.update({ where: { id: impact.id }, data: { personId: actor.id } })
    const { act, name: change } = await loadLawChange(tx, impact.lawChangeId)
    await record(tx, actor, { action: 'impact.said not affected', act: act.title, change, reason }, { at, ref: impact.ref })
    const { id, ref, economy } = impact
    await notify(tx, { kind: 'impact answered', by: actor.name, impact: id, ref, economy, act: act.title }, { doneBy: actor.id }, at)
  })
}
