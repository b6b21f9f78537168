// Publishing one approved version, inside the transaction of publish or of a release: the one before it is superseded, the world's snapshot written, its impacts settled.
import { record } from '#lib/audit/record.ts'
import { settleUpdated } from '#lib/law-changes/store.ts'
import type { OneVersion } from '#lib/measures/queries.ts'
import { closeSnapshot, putSnapshot } from '#lib/published/store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** What is about to be published. `earliest` is the first moment that leaves no period empty and none in the past, whatever the clock says. */
export type Publication = { version: OneVersion; approvedBy: string; superseded: { id: number; number: number } | null; earliest: number }

/** Checks that this version may be published by the actor now, and writes nothing. Throws NotAllowed, Stale. */
export async function preparePublication(tx: Db, actor: Actor, version: OneVersion, seen: Decision): Promise<Publication> {
  const refused = whyNotNow(actor, 'publish', { ...version, state: 'approved' })
  if (refused !== null) throw new NotAllowed(refused)
  refuseStale(version, seen, 'approved')
  const { id: revisionId, digest } = version.head
  const approval = await tx.approval.findFirst({ where: { versionId: version.id, revisionId, digest }, orderBy: { id: 'desc' } })
  if (!approval || version.authorIds.includes(approval.approverId))
    throw new NotAllowed('The newest revision is not approved by a second person.')
  const previous = await tx.$queryRaw<{ id: number; number: number; start: Date }[]>`
    SELECT id, number, lower(published_during) AS start FROM version WHERE measure_id = ${version.measureId} AND state = 'published'`
  const superseded = previous[0] ?? null
  const [ended] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(upper(published_during)) AS at FROM version WHERE measure_id = ${version.measureId}`
  const earliest = superseded ? superseded.start.getTime() + 1 : (ended?.at?.getTime() ?? 0)
  return { version, approvedBy: approval.approverName, superseded, earliest }
}

/** Publishes what was prepared in this transaction, at this moment, which is not before its `earliest`. */
export async function carryOut(tx: Db, actor: Actor, { version, approvedBy, superseded }: Publication, at: Date): Promise<void> {
  if (superseded) {
    await tx.$executeRaw`
      UPDATE version SET state = 'superseded', state_changed_at = ${at}, published_during = tstzrange(lower(published_during), ${at}) WHERE id = ${superseded.id}`
    await closeSnapshot(tx, version.ref, superseded.number, at)
  }
  await tx.$executeRaw`
    UPDATE version SET state = 'published', state_changed_at = ${at}, published_by_id = ${actor.id}, published_during = tstzrange(${at}, NULL) WHERE id = ${version.id}`
  await putSnapshot(tx, { version, approvedBy, at })
  await settleUpdated(tx, version.id, at)
  const { number: revision, digest } = version.head
  const on = { ref: version.ref, version: version.number }
  await record(tx, actor, { action: 'version.published', revision, digest, supersedes: superseded?.number ?? null }, { at, ...on })
}
