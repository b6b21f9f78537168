// Records, on or after its day, whether what was enacted began. A person says so; no timer does.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { loadLawChange } from '#lib/law-changes/store.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'

/** What did not begin owes a reason. Throws NotFound, NotAllowed, Stale, Invalid. */
export async function confirmCommencement(
  actor: Actor,
  input: { id: number; began: boolean; reason?: string },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const lawChange = await loadLawChange(tx, input.id, 'lock')
    const { act, name: change, commencement } = lawChange
    const refused = whyNot(actor, 'confirm commencement', act.economyCode)
    if (refused !== null) throw new NotAllowed(refused)
    if (commencement) throw new Stale(`${commencement.recorderName} recorded this commencement already.`)
    if (!lawChange.notYetInForce || !lawChange.decision?.confirmed) throw new Stale('No commencement of this law change is awaited.')
    const at = clock()
    if (boundsOf(lawChange.date).first > at.toISOString().slice(0, 10))
      throw new Invalid([{ path: '', message: `It is to begin in the future: ${renderDate(lawChange.date)}.` }])
    const note = input.began ? '' : reasonOf(input.reason ?? '', 'Say what happened instead.')
    await tx.commencement.create({
      data: { lawChangeId: lawChange.id, began: input.began, note, recordedById: actor.id, recorderName: actor.name, createdAt: at },
    })
    await record(tx, actor, { action: 'law change.commenced', act: act.title, change, began: input.began, note }, { at })
  })
}
