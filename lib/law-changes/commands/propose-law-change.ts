// Proposes a law change: what happened to an act, when and where it is written. Nothing follows from it until a second person confirms it.
import { whyNotAct } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { type LawChangeInput, lawChangeInput, nameOfChange } from '#lib/law-changes/law-change.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/** Returns the id of the law change. Throws Invalid and NotAllowed. */
export async function proposeLawChange(actor: Actor, input: LawChangeInput, clock: Clock = systemClock): Promise<{ id: number }> {
  const parsed = lawChangeInput.safeParse(input)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  const { actRef, ...given } = parsed.data
  return deskDb().$transaction(async (tx) => {
    const act = await tx.act.findUnique({ where: { ref: actRef }, include: { mergedInto: true } })
    if (!act) throw new Invalid([{ path: 'actRef', message: `There is no act ${actRef}.` }])
    const standing = act.mergedInto ?? act
    const refused = whyNotAct(actor, 'propose law change', standing.economyCode ?? '')
    if (refused !== null) throw new NotAllowed(refused)
    const told = await tx.lawChange.findFirst({
      where: { actId: standing.id, kind: given.kind, date: given.date, OR: [{ decision: null }, { decision: { confirmed: true } }] },
    })
    if (told) throw new Invalid([{ path: 'date', message: `${told.proposerName} recorded this law change already.` }])
    const { id } = await tx.lawChange.create({
      data: { ...given, actId: standing.id, proposedById: actor.id, proposerName: actor.name, createdAt: clock() },
    })
    await record(tx, actor, { action: 'law change.proposed', act: standing.title, change: nameOfChange(given) }, { at: clock() })
    return { id }
  })
}
