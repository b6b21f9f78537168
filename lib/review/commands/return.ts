// Returns a version to its authors with a reason. The text stays as it is.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import { notify } from '#lib/notifications/store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { concernedBy } from '#lib/review/store.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Returns a version in review; the reason is for its authors, 1 to 5,000 characters. Throws NotFound, NotAllowed, Invalid, Stale. */
export async function returnVersion(actor: Actor, input: Decision & { reason: string }, clock: Clock = systemClock): Promise<void> {
  const reason = reasonOf(input.reason, 'Say what has to be mended: the authors read it.')
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotNow(actor, 'return', { ...version, state: 'in_review' })
    if (refused !== null) throw new NotAllowed(refused)
    refuseStale(version, input, 'in_review')
    const { id: revisionId, number: revision, digest } = version.head
    const at = clock()
    await tx.reviewReturn.create({
      data: { versionId: version.id, revisionId, reason, returnedById: actor.id, returnerName: actor.name, createdAt: at },
    })
    await tx.version.update({ where: { id: version.id }, data: { state: 'returned', stateChangedAt: at } })
    await record(tx, actor, { action: 'version.returned', revision, digest, reason }, { at, ref: input.ref, version: input.version })
    const { ref, economy } = version
    const told = { kind: 'returned', ref, version: input.version, economy, by: actor.name, reason } as const
    await notify(tx, told, { doneBy: actor.id, ...(await concernedBy(tx, version)) }, at)
  })
}
