// What the commands of review share inside their transactions: publishing a version or a release, and withdrawing one.
import { everybody } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { awaitEvents, openLateImpacts, settleUpdated } from '#lib/law-changes/store.ts'
import type { OneVersion } from '#lib/measures/queries.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import type { News } from '#lib/notifications/news.ts'
import { notify } from '#lib/notifications/store.ts'
import { closeSnapshot, putSnapshot, tellEmergency, tellWithdrawal } from '#lib/published/store.ts'
import { whyOverruled } from '#lib/review/emergency.ts'
import { objectionsTo } from '#lib/review/emergency-queries.ts'
import { measuresToCheck } from '#lib/review/queries.ts'
import { endSchedule } from '#lib/review/schedule-store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb, refusedByRule } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'
import { log } from '#lib/system/log.ts'

/** What is about to be published. `earliest` is the first moment that leaves no period empty and none in the past, whatever the clock says. */
export type Publication = {
  version: OneVersion
  /** '' in an emergency, whose reason `emergency` is. */
  approvedBy: string
  emergency?: string
  superseded: { id: number; number: number } | null
  earliest: number
}

/** Whose publication it is when the scheduler carries it out. */
export type ScheduledBy = { id: number; name: string }

/**
 * Checks that this version may be published by the actor now, and writes nothing: by a person from approved, by the scheduler (`go live`)
 * from scheduled. Throws NotAllowed, Stale.
 */
export async function preparePublication(
  tx: Db,
  actor: Actor,
  version: OneVersion,
  seen: Decision,
  transition: 'publish' | 'go live' = 'publish',
): Promise<Publication> {
  const from = transition === 'publish' ? 'approved' : 'scheduled'
  const refused = whyNotNow(actor, transition, { ...version, state: from })
  if (refused !== null) throw new NotAllowed(refused)
  refuseStale(version, seen, from)
  const { id: revisionId, digest } = version.head
  const approval = await tx.approval.findFirst({ where: { versionId: version.id, revisionId, digest }, orderBy: { id: 'desc' } })
  if (!approval || version.authorIds.includes(approval.approverId))
    throw new NotAllowed('The newest revision is not approved by a second person.')
  return { version, approvedBy: approval.approverName, ...(await placeOf(tx, version)) }
}

/**
 * Checks that an administrator may publish this version now without a second person, and writes nothing. All that a review asks of a text is
 * asked here too. Throws NotAllowed, Stale, Invalid.
 */
export async function prepareEmergency(
  tx: Db,
  actor: Actor,
  version: OneVersion,
  { reason, ...seen }: Decision & { reason: string },
): Promise<Publication> {
  const refused = whyNotNow(actor, 'publish in emergency', version)
  if (refused !== null) throw new NotAllowed(refused)
  refuseStale(version, seen, version.state)
  const overruled = whyOverruled(await objectionsTo(tx, version))
  if (overruled !== null) throw new NotAllowed(overruled)
  const { content } = version.head
  const subPillarUnknown = (await tx.subPillar.count({ where: { code: content.subPillar } })) === 0
  const missing = requirementsForReview(content, { versionNumber: version.number, subPillarUnknown })
  if (missing.length > 0) throw new Invalid(missing)
  return { version, approvedBy: '', emergency: reason, ...(await placeOf(tx, version)) }
}

/** What this version supersedes, locked, and when it can be published at the earliest. */
async function placeOf(tx: Db, version: OneVersion): Promise<Pick<Publication, 'superseded' | 'earliest'>> {
  const previous = await tx.$queryRaw<{ id: number; number: number; start: Date }[]>`
    SELECT id, number, lower(published_during) AS start FROM version WHERE measure_id = ${version.measureId} AND state = 'published' FOR UPDATE`
  const superseded = previous[0] ?? null
  const [ended] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(upper(published_during)) AS at FROM version WHERE measure_id = ${version.measureId}`
  const earliest = superseded ? superseded.start.getTime() + 1 : (ended?.at?.getTime() ?? 0)
  return { superseded, earliest }
}

/** Publishes what was prepared in this transaction, at this moment, which is not before its `earliest`. */
export async function carryOut(
  tx: Db,
  actor: Actor,
  { version, approvedBy, emergency, superseded }: Publication,
  at: Date,
  scheduledBy?: ScheduledBy,
): Promise<void> {
  if (superseded) {
    await tx.$executeRaw`
      UPDATE version SET state = 'superseded', state_changed_at = ${at}, published_during = tstzrange(lower(published_during), ${at}) WHERE id = ${superseded.id}`
    await closeSnapshot(tx, version.ref, superseded.number, at)
    await endSchedule(tx, actor, superseded.id, 'void', at, `version ${version.number} takes the place of version ${superseded.number}`)
  }
  const { id: revisionId, number: revision, digest } = version.head
  if (emergency !== undefined) {
    const by = { administratorId: actor.id, administratorName: actor.name }
    await tx.emergency.create({ data: { versionId: version.id, revisionId, digest, reason: emergency, ...by, createdAt: at } })
  }
  await tx.$executeRaw`
    UPDATE version SET state = 'published', state_changed_at = ${at}, published_by_id = ${(scheduledBy ?? actor).id}, published_during = tstzrange(${at}, NULL) WHERE id = ${version.id}`
  await putSnapshot(tx, { version, approvedBy, at })
  if (emergency !== undefined) await tellEmergency(tx, { version, reason: emergency, by: actor.name, at })
  await settleUpdated(tx, version.id, at)
  await awaitEvents(tx, version, at)
  const on = { at, ref: version.ref, version: version.number }
  await record(
    tx,
    actor,
    {
      action: 'version.published',
      revision,
      digest,
      supersedes: superseded?.number ?? null,
      ...(scheduledBy ? { scheduledBy: scheduledBy.name } : {}),
      ...(emergency === undefined ? {} : { emergency }),
    },
    on,
  )
  for (const opened of await openLateImpacts(tx, version, at)) await record(tx, actor, { action: 'impact.opened', ...opened }, on)
  const told = {
    kind: 'published',
    ref: version.ref,
    version: version.number,
    economy: version.economy,
    by: (scheduledBy ?? actor).name,
  } as const
  await notify(tx, told, { doneBy: actor.id, ...(await concernedBy(tx, version)) }, at)
  if (emergency !== undefined)
    await notify(tx, { ...told, kind: 'emergency', reason: emergency }, { doneBy: actor.id, authors: version.authorIds }, at)
}

/** Whom it concerns what becomes of a version: who wrote any revision of it, who submitted it last, who sees it through. */
export async function concernedBy(tx: Db, { ref, number, authorIds, responsible }: OneVersion) {
  const where = { measureRef: ref, versionNumber: number, action: 'version.submitted' }
  const submitted = await tx.auditEntry.findFirst({ where, orderBy: { id: 'desc' }, select: { actorId: true } })
  return { authors: authorIds, submittedBy: submitted?.actorId ?? undefined, responsible: responsible.id }
}

/** All of a release that is about to be published for a law change. */
export type PreparedRelease = { lawChangeId: number; act: string; change: string; ready: readonly Publication[] }

/** Publishes all that was prepared as one release, at this moment. Throws Invalid with the measure that the database refused. */
export async function carryOutRelease(
  tx: Db,
  actor: Actor,
  { lawChangeId, act, change, ready }: PreparedRelease,
  at: Date,
  scheduledBy?: ScheduledBy,
): Promise<{ id: number }> {
  const by = scheduledBy ?? actor
  const measures = ready.map(({ version }) => version.ref)
  await record(tx, actor, { action: 'release.published', act, change, measures, ...(scheduledBy && { scheduledBy: by.name }) }, { at })
  const { id } = await tx.release.create({ data: { lawChangeId, releasedById: by.id, releaserName: by.name, createdAt: at } })
  for (const publication of ready) {
    const { ref, id: versionId } = publication.version
    try {
      await carryOut(tx, actor, publication, at, scheduledBy)
      await tx.releaseItem.create({ data: { releaseId: id, versionId } })
    } catch (error) {
      if (!refusedByRule(error)) throw error
      log.error({ ref, error: String(error) }, 'a release was refused by the database')
      throw new Invalid([{ path: ref, message: `${ref}: the database refused it.` }])
    }
  }
  return { id }
}

/** Withdraws a published version at this moment, on a request of `askedBy` that a second person, `by`, confirmed. */
export async function withdraw(
  tx: Db,
  actor: Actor,
  version: OneVersion,
  { reason, at, by, askedBy, scheduledBy }: { reason: string; at: Date; by: string; askedBy: number; scheduledBy?: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE version SET state = 'withdrawn', state_changed_at = ${at}, published_during = tstzrange(lower(published_during), ${at}) WHERE id = ${version.id}`
  await tellWithdrawal(tx, { ref: version.ref, number: version.number, reason, at })
  const event = { action: 'version.withdrawn' as const, reason, ...(scheduledBy === undefined ? {} : { scheduledBy }) }
  await record(tx, actor, event, { at, ref: version.ref, version: version.number })
  await tellDecided(tx, actor, version, { outcome: 'withdrawn', when: null, by, askedBy }, at)
}

type Decided = Pick<Extract<News, { kind: 'withdrawal decided' }>, 'outcome' | 'when' | 'by'> & { askedBy: number }

/** Says what became of a request for withdrawal, to whoever asked and to whom the version concerns. */
export async function tellDecided(tx: Db, actor: Actor, version: OneVersion, { askedBy, ...decided }: Decided, at: Date): Promise<void> {
  const told = { kind: 'withdrawal decided', ref: version.ref, version: version.number, economy: version.economy, ...decided } as const
  await notify(tx, told, { doneBy: actor.id, askedBy, authors: version.authorIds, responsible: version.responsible.id }, at)
}

/** Tells everybody how many texts of their economies are due for checking on this day, if any are. All are told, or when it fails none. */
export async function tellChecksDue(now: Date): Promise<void> {
  const dueBy = now.toISOString().slice(0, 10)
  const due: { personId: number; texts: number }[] = []
  for (const actor of await everybody()) {
    const { total: texts } = await measuresToCheck(actor, { economies: actor.economies, dueBy, limit: 1 })
    if (texts > 0) due.push({ personId: actor.id, texts })
  }
  await deskDb().$transaction(async (tx) => {
    for (const { personId, texts } of due) await notify(tx, { kind: 'checks due', texts }, { doneBy: 0, owners: [personId] }, now)
  })
}
