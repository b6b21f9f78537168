// Publishes an approved version, in one transaction; what happens then is read top to bottom in publication.ts.
import { loadVersion } from '#lib/measures/queries.ts'
import type { Decision } from '#lib/review/stale.ts'
import { carryOut, preparePublication } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** Publishes the approved text with this digest. Throws NotFound, NotAllowed, Stale. */
export async function publish(actor: Actor, input: Decision, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const publication = await preparePublication(tx, actor, version, input)
    await carryOut(tx, actor, publication, new Date(Math.max(clock().getTime(), publication.earliest)))
  })
}
