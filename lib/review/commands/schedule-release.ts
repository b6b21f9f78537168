// Puts the approved versions of one law change on the schedule as one release: all of them at that moment, or none. Nothing becomes public before it.
import { record } from '#lib/audit/record.ts'
import { loadLawChange, lockUpdate } from '#lib/law-changes/store.ts'
import { resolveAhead, type Said } from '#lib/review/local-time.ts'
import { eachOfRelease, nothingOfRelease, refuseEmptyRelease } from '#lib/review/release.ts'
import { putOnSchedule } from '#lib/review/schedule-store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/**
 * Schedules exactly the approved texts with these digests, each started for the law change, or none of them. Throws NotFound, and Invalid for a
 * time that is past, none or two, and with one issue for each measure that cannot be scheduled: `path` is its ref.
 */
export async function scheduleRelease(
  actor: Actor,
  input: { lawChangeId: number; items: readonly Decision[]; time: Said },
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock()
  const { items } = input
  await deskDb().$transaction(
    async (tx) => {
      const { id: lawChangeId, act, name: change } = await loadLawChange(tx, input.lawChangeId, 'lock')
      refuseEmptyRelease(items)
      const { ready, issues } = await eachOfRelease(items, async (item) => {
        const version = await lockUpdate(tx, lawChangeId, item)
        const refused = whyNotNow(actor, 'schedule', { ...version, state: 'approved' })
        if (refused !== null) throw new NotAllowed(refused)
        refuseStale(version, item, 'approved')
        return version
      })
      if (issues.length > 0) throw nothingOfRelease(issues, 'scheduled')
      const { local: localTime, zone, at: dueAt } = resolveAhead(input.time, now)
      const { id: releasePlanId } = await tx.releasePlan.create({ data: { lawChangeId, createdAt: now } })
      const shared = {
        deed: 'publish',
        localTime,
        zone,
        dueAt,
        scheduledById: actor.id,
        schedulerName: actor.name,
        createdAt: now,
      } as const
      const [first, ...others] = ready.map(({ id, head }) => ({ ...shared, releasePlanId, versionId: id, digest: head.digest }))
      if (first) await putOnSchedule(tx, first, ...others)
      for (const { id, ref, number, head } of ready) {
        await tx.version.update({ where: { id }, data: { state: 'scheduled', stateChangedAt: now } })
        const event = { action: 'schedule.made' as const, digest: head.digest, localTime, zone }
        await record(tx, actor, event, { at: now, ref, version: number })
      }
      const measures = ready.map(({ ref }) => ref)
      const told = { action: 'release.scheduled', act: act.title, change, measures, localTime, zone } as const
      await record(tx, actor, told, { at: now })
    },
    { maxWait: 15_000, timeout: 120_000 },
  )
}
