// Publishes an approved version: the one before it is superseded, and the world's snapshot is written, in one transaction.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { closeSnapshot, putSnapshot } from '#lib/published/store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Publishes the approved text with this digest. Throws NotFound, NotAllowed, Stale. */
export async function publish(actor: Actor, input: Decision, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotNow(actor, 'publish', { ...version, state: 'approved' })
    if (refused !== null) throw new NotAllowed(refused)
    refuseStale(version, input, 'approved')
    const { id: revisionId, number: revision, digest } = version.head
    const approval = await tx.approval.findFirst({ where: { versionId: version.id, revisionId, digest }, orderBy: { id: 'desc' } })
    if (!approval || version.authorIds.includes(approval.approverId))
      throw new NotAllowed('The newest revision is not approved by a second person.')
    const previous = await tx.$queryRaw<{ id: number; number: number; start: Date }[]>`
      SELECT id, number, lower(published_during) AS start FROM version WHERE measure_id = ${version.measureId} AND state = 'published'`
    const superseded = previous[0] ?? null
    const [ended] = await tx.$queryRaw<{ at: Date | null }[]>`
      SELECT max(upper(published_during)) AS at FROM version WHERE measure_id = ${version.measureId}`
    // A clock that stands behind the one that published or withdrew before must make neither an empty period nor one in the past.
    const earliest = superseded ? superseded.start.getTime() + 1 : (ended?.at?.getTime() ?? 0)
    const at = new Date(Math.max(clock().getTime(), earliest))
    if (superseded) {
      await tx.$executeRaw`
        UPDATE version SET state = 'superseded', state_changed_at = ${at}, published_during = tstzrange(lower(published_during), ${at}) WHERE id = ${superseded.id}`
      await closeSnapshot(tx, version.ref, superseded.number, at)
    }
    await tx.$executeRaw`
      UPDATE version SET state = 'published', state_changed_at = ${at}, published_by_id = ${actor.id}, published_during = tstzrange(${at}, NULL) WHERE id = ${version.id}`
    await putSnapshot(tx, { version, approvedBy: approval.approverName, at })
    const on = { ref: input.ref, version: input.version }
    await record(tx, actor, { action: 'version.published', revision, digest, supersedes: superseded?.number ?? null }, on)
  })
}
