// Puts the publication of an approved version on the schedule, for a time in a named zone. Nothing becomes public before it.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { resolveAhead, type Said } from '#lib/review/local-time.ts'
import { putOnSchedule } from '#lib/review/schedule-store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Schedules exactly the approved text with this digest. Throws NotFound, NotAllowed, Stale, and Invalid for a time that is past, none or two. */
export async function schedule(actor: Actor, input: Decision & { time: Said }, clock: Clock = systemClock): Promise<void> {
  const now = clock()
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotNow(actor, 'schedule', { ...version, state: 'approved' })
    if (refused !== null) throw new NotAllowed(refused)
    refuseStale(version, input, 'approved')
    const { local: localTime, zone, at: dueAt } = resolveAhead(input.time, now)
    const { id: versionId, head } = version
    const by = { scheduledById: actor.id, schedulerName: actor.name }
    await putOnSchedule(tx, { versionId, deed: 'publish', digest: head.digest, localTime, zone, dueAt, ...by, createdAt: now })
    await tx.version.update({ where: { id: versionId }, data: { state: 'scheduled', stateChangedAt: now } })
    const event = { action: 'schedule.made' as const, digest: head.digest, localTime, zone }
    await record(tx, actor, event, { at: now, ref: input.ref, version: input.version })
  })
}
