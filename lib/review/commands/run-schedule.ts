// Does what was scheduled, once its time has come: by the scheduler alone, in the name of whoever scheduled it, checked as a person's click is.
import { enqueue } from '#lib/jobs/enqueue.ts'
import { loadLawChange } from '#lib/law-changes/store.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { eachOfRelease } from '#lib/review/release.ts'
import { whatIsDue } from '#lib/review/schedule.ts'
import { loadSchedule, markFailed, type OneSchedule, togetherWith } from '#lib/review/schedule-store.ts'
import { refuseStale } from '#lib/review/stale.ts'
import { carryOut, carryOutRelease, type PreparedRelease, preparePublication, withdraw } from '#lib/review/store.ts'
import { type Actor, scheduler } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/**
 * Publishes or withdraws what is due. What was cancelled, or done by another worker, is left alone. What the rules refuse is marked failed;
 * anything else that goes wrong is thrown, and the job tries again. Throws NotAllowed for anybody but the scheduler.
 */
export async function runSchedule(actor: Actor, input: { schedule: number }, clock: Clock = systemClock): Promise<void> {
  if (actor.id !== scheduler.id) throw new NotAllowed('Only the scheduler does what was scheduled.')
  await deskDb().$transaction(async (tx) => {
    const schedule = await loadSchedule(tx, input.schedule)
    const now = clock()
    const due = whatIsDue(schedule, now)
    if (due === 'nothing') return
    if (due === 'wait') {
      // The clock of this machine is behind that of PostgreSQL.
      const jobId = await enqueue(tx, 'run-schedule', input, new Date(schedule.dueAt.getTime() + 1000))
      await tx.schedule.updateMany({ where: { id: { in: (await togetherWith(tx, schedule)).map(({ id }) => id) } }, data: { jobId } })
      return
    }
    let carry: (() => Promise<void>) | undefined
    try {
      carry = await prepare(tx, actor, schedule, now)
    } catch (error) {
      if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound)) throw error
      return markFailed(tx, actor, schedule, error.message, now)
    }
    await carry()
    const done = (await togetherWith(tx, schedule)).map(({ id }) => id)
    await tx.schedule.updateMany({ where: { id: { in: done } }, data: { state: 'done', stateChangedAt: now, jobId: null } })
  }, patient)
}

// A release of hundreds of measures takes more than the usual time.
const patient = { maxWait: 15_000, timeout: 120_000 }

/** Checks all there is to check, and returns what then remains to be done. */
async function prepare(tx: Db, actor: Actor, schedule: OneSchedule, now: Date): Promise<() => Promise<void>> {
  const { ref, number, digest, releasePlanId, scheduledById: id, schedulerName: name } = schedule
  if (releasePlanId !== null) {
    const release = await prepareRelease(tx, actor, releasePlanId, await togetherWith(tx, schedule))
    const at = new Date(Math.max(now.getTime(), ...release.ready.map(({ earliest }) => earliest)))
    return async () => void (await carryOutRelease(tx, actor, release, at, { id, name }))
  }
  const version = await loadVersion(tx, ref, number)
  if (schedule.deed === 'publish') {
    const publication = await preparePublication(tx, actor, version, { ref, version: number, digest }, 'go live')
    return () => carryOut(tx, actor, publication, new Date(Math.max(now.getTime(), publication.earliest)), { id, name })
  }
  refuseStale(version, { ref, version: number, digest }, 'published')
  const asked = { where: { id: schedule.withdrawalId ?? 0 }, include: { decision: { select: { deciderName: true } } } } as const
  const { reason, requestedById: askedBy, decision } = await tx.withdrawal.findUniqueOrThrow(asked)
  const at = new Date(Math.max(now.getTime(), (version.publishedAt?.getTime() ?? 0) + 1))
  return () => withdraw(tx, actor, version, { reason, at, by: decision?.deciderName ?? name, askedBy, scheduledBy: name })
}

/** Checks each of a release. Throws NotAllowed with all that stands in its way. */
async function prepareRelease(tx: Db, actor: Actor, planId: number, all: readonly OneSchedule[]): Promise<PreparedRelease> {
  const { lawChangeId } = await tx.releasePlan.findUniqueOrThrow({ where: { id: planId } })
  const { act, name: change } = await loadLawChange(tx, lawChangeId)
  const { ready, issues } = await eachOfRelease(all, async ({ ref, number, digest }) =>
    preparePublication(tx, actor, await loadVersion(tx, ref, number), { ref, version: number, digest }, 'go live'),
  )
  if (issues.length > 0) throw new NotAllowed(`Nothing of the release was published. ${issues.map(({ message }) => message).join(' ')}`)
  return { lawChangeId, act: act.title, change, ready }
}
