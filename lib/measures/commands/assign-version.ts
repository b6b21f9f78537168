// Gives an open version to somebody who sees it through from now on. It changes no text, and stops nobody else from writing.
import { actorById } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { type ForBulk, settleItem } from '#lib/jobs/bulk-item.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { refuseAssignment } from '#lib/measures/responsible.ts'
import { notify } from '#lib/notifications/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** `seen` is who was responsible when the actor looked. Throws NotFound, NotAllowed, Invalid, Stale. */
export async function assignVersion(
  actor: Actor,
  input: { ref: string; version: number; personId: number; seen: number } & ForBulk,
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const to = await actorById(input.personId)
    refuseAssignment(actor, to, version, input.seen)
    const at = clock()
    await tx.version.update({ where: { id: version.id }, data: { responsibleId: input.personId } })
    const told = { from: version.responsible.name, to: to?.name ?? '' }
    await record(tx, actor, { action: 'version.assigned', ...told }, { at, ref: input.ref, version: input.version })
    const { ref, economy } = version
    const news = { kind: 'assigned', ref, version: input.version, economy, by: actor.name } as const
    await notify(tx, news, { doneBy: actor.id, givenTo: input.personId }, at)
    await notify(tx, { ...news, to: told.to }, { doneBy: actor.id, takenFrom: version.responsible.id }, at)
    await settleItem(tx, input.item, at)
  })
}
