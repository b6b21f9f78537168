// Ends all sessions of the actor, on every device, at their next request.
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** Ends the actor's sessions. */
export async function signOutEverywhere(actor: Actor, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    await tx.person.update({ where: { id: actor.id }, data: { sessionEpoch: { increment: 1 } } })
    await record(tx, actor, { action: 'person.signed out everywhere' }, { at: clock() })
  })
}
