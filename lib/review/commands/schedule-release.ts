// Puts the approved versions of one law change on the schedule as one release: all of them at that moment, or none. Nothing becomes public before it.
import { record } from '#lib/audit/record.ts'
import { loadLawChange } from '#lib/law-changes/store.ts'
import { loadVersion, type OneVersion } from '#lib/measures/queries.ts'
import { resolveAhead, type Said } from '#lib/review/local-time.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { putOnSchedule } from '#lib/review/store.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, type Issue, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

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
  // In one order, so that two releases at once take turns.
  const wanted = input.items.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  await deskDb().$transaction(
    async (tx) => {
      const lawChange = await loadLawChange(tx, input.lawChangeId, 'lock')
      if (wanted.length === 0) throw new Invalid([{ path: '', message: 'Choose at least one approved version.' }])
      const ready: OneVersion[] = []
      const issues: Issue[] = []
      for (const item of wanted) {
        try {
          const version = await loadVersion(tx, item.ref, item.version, 'lock')
          const asked = { versionId: version.id, impact: { lawChangeId: lawChange.id } }
          if (!(await tx.impactAnswer.findFirst({ where: asked }))) throw new NotAllowed('It was not started for this law change.')
          const refused = whyNotNow(actor, 'schedule', { ...version, state: 'approved' })
          if (refused !== null) throw new NotAllowed(refused)
          refuseStale(version, item, 'approved')
          ready.push(version)
        } catch (error) {
          if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound)) throw error
          issues.push({ path: item.ref, message: `${item.ref}: ${error.message}` })
        }
      }
      if (issues.length > 0) throw new Invalid([...issues, { path: '', message: 'Nothing of the release was scheduled.' }])
      const { local: localTime, zone, at: dueAt } = resolveAhead(input.time, now)
      const { id: releasePlanId } = await tx.releasePlan.create({ data: { lawChangeId: lawChange.id, createdAt: now } })
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
      const told = { action: 'release.scheduled', act: lawChange.act.title, change: lawChange.name, measures, localTime, zone } as const
      await record(tx, actor, told, { at: now })
    },
    { maxWait: 15_000, timeout: 120_000 },
  )
}
