// Publishes a version that no second person approved, by an administrator, with a reason that readers see until somebody approves it afterwards.
import { loadVersion } from '#lib/measures/queries.ts'
import { emergencyReason } from '#lib/review/emergency.ts'
import type { Decision } from '#lib/review/stale.ts'
import { carryOut, prepareEmergency } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'

/** Publishes the text with this digest; `confirmed` is the ref again, ticked by the person. Throws NotFound, NotAllowed, Stale, Invalid. */
export async function publishInEmergency(
  actor: Actor,
  input: Decision & { reason: string; confirmed: string },
  clock: Clock = systemClock,
): Promise<void> {
  const { ref, version: number, digest, confirmed } = input
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, ref, number, 'lock')
    const publication = await prepareEmergency(tx, actor, version, { ref, version: number, digest, reason: emergencyReason(input.reason) })
    if (confirmed !== ref)
      throw new Invalid([{ path: 'confirmed', message: 'Tick that you publish it without a second person’s approval.' }])
    await carryOut(tx, actor, publication, new Date(Math.max(clock().getTime(), publication.earliest)))
  })
}
