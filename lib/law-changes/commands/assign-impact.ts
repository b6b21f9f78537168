// Gives an impact to another person: it is then their turn. It settles nothing.
import { whyNot } from '#lib/accounts/permissions.ts'
import { actorById } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { loadImpact, loadLawChange } from '#lib/law-changes/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/** Throws NotFound, NotAllowed, Invalid (nobody who could settle it), Stale (it is settled, or theirs already). */
export async function assignImpact(
  actor: Actor,
  input: { impactId: number; personId: number },
  clock: Clock = systemClock,
): Promise<{ to: string }> {
  return deskDb().$transaction(async (tx) => {
    const impact = await loadImpact(tx, input.impactId, 'lock')
    const refused = whyNot(actor, 'settle impact', impact.economy)
    if (refused !== null) throw new NotAllowed(refused)
    if (impact.settledAt !== null) throw new Stale('This impact is settled already.')
    const to = await actorById(input.personId)
    if (to === null) throw new Invalid([{ path: 'personId', message: 'Choose who takes it.' }])
    if (whyNot(to, 'settle impact', impact.economy) !== null)
      throw new Invalid([{ path: 'personId', message: `${to.name} does not work on ${impact.economyName}.` }])
    if (impact.personId === to.id) throw new Stale(`It is the turn of ${to.name} already.`)
    await tx.impact.update({ where: { id: impact.id }, data: { personId: to.id } })
    const { act, name: change } = await loadLawChange(tx, impact.lawChangeId)
    const told = { act: act.title, change, from: impact.person.name, to: to.name }
    await record(tx, actor, { action: 'impact.assigned', ...told }, { at: clock(), ref: impact.ref })
    return { to: to.name }
  })
}
