// Accepts or declines a “not affected”. Accepted by a second person it settles the impact; declined, or taken back by who said it, the impact is open again.
import { record } from '#lib/audit/record.ts'
import { whyNotCheck } from '#lib/law-changes/impact.ts'
import { loadImpact, loadLawChange } from '#lib/law-changes/store.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** `answerId` is the answer that the person read. A decline owes a reason. Throws NotFound, NotAllowed, Stale, Invalid. */
export async function checkNotAffected(
  actor: Actor,
  input: { impactId: number; answerId: number; accept: boolean; reason?: string },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const impact = await loadImpact(tx, input.impactId, 'lock')
    const { answer, ref } = impact
    const refused = whyNotCheck(actor, input.accept, { ...impact, answeredById: answer?.answeredById ?? 0 })
    if (refused !== null) throw impact.state === 'to check' ? new NotAllowed(refused) : new Stale(refused)
    if (!answer || answer.id !== input.answerId)
      throw new Stale('There is another answer since you opened this page. Read it before you decide.')
    const own = actor.id === answer.answeredById
    const reason = input.accept ? '' : reasonOf(input.reason || (own ? 'Taken back.' : ''), 'Say why it is declined.')
    const at = clock()
    await tx.impactCheck.create({
      data: { answerId: answer.id, accepted: input.accept, reason, checkedById: actor.id, checkerName: actor.name, createdAt: at },
    })
    const { act, name: change } = await loadLawChange(tx, impact.lawChangeId)
    if (!input.accept) return record(tx, actor, { action: 'impact.reopened', act: act.title, change, reason }, { at, ref })
    await tx.impact.update({ where: { id: impact.id }, data: { outcome: 'not_affected', settledAt: at } })
    await record(tx, actor, { action: 'impact.not affected', act: act.title, change, reason: answer.reason }, { at, ref })
  })
}
