// What the commands of review share inside their transactions about the schedule: what is put on it, taken off it, or could not be done; and who is told.
import { record } from '#lib/audit/record.ts'
import { enqueue, unqueue } from '#lib/jobs/enqueue.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { written } from '#lib/review/local-time.ts'
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import { NotFound } from '#lib/system/errors.ts'
import type { Prisma, Schedule } from '#prisma/generated/client.ts'

type Planned = Omit<Prisma.ScheduleUncheckedCreateInput, 'id' | 'jobId'> & { dueAt: Date }

/** Puts a publication, a withdrawal or all of a release on the schedule: the rows, and the one job that will do it. */
export async function putOnSchedule(tx: Db, first: Planned, ...others: Planned[]): Promise<void> {
  const [{ id } = { id: 0 }] = await tx.$queryRaw<{ id: number }[]>`SELECT nextval('schedule_id_seq')::int AS id`
  const jobId = await enqueue(tx, 'run-schedule', { schedule: id }, first.dueAt)
  await tx.schedule.create({ data: { ...first, id, jobId } })
  for (const planned of others) await tx.schedule.create({ data: { ...planned, jobId } })
}

/** Ends what waits on the schedule for a version, if anything does, with all of its release: the job goes, and nothing of it is left to happen. */
export async function endSchedule(
  tx: Db,
  actor: Actor,
  versionId: number,
  end: 'cancelled' | 'void',
  at: Date,
  reason = '',
): Promise<boolean> {
  const waiting = await tx.schedule.findFirst({ where: { versionId, state: 'waiting' } })
  if (!waiting) return false
  if (waiting.jobId) await unqueue(tx, 'run-schedule', waiting.jobId)
  const all = await togetherWith(tx, waiting)
  const cause = all.find((one) => one.versionId === versionId)
  for (const one of all) {
    const { id, deed, localTime, zone, ref, number } = one
    const why = one === cause || reason === '' ? reason : `${reason}: ${cause?.ref}, which was to be published with it`
    await tx.schedule.update({ where: { id }, data: { state: end, stateChangedAt: at, problem: why, jobId: null } })
    const event = { deed, localTime, zone }
    const on = { at, ref, version: number }
    await record(
      tx,
      actor,
      end === 'void' ? { action: 'schedule.void', ...event, reason: why } : { action: 'schedule.cancelled', ...event },
      on,
    )
    await tellEnded(tx, actor, one, end === 'void' && one !== cause ? { failed: why } : { cancelled: reason }, at)
    if (one === cause) continue
    await tx.version.update({ where: { id: one.versionId }, data: { state: 'approved', stateChangedAt: at } })
  }
  return true
}

export type OneSchedule = Schedule & { ref: string; number: number }

/** What is done with this schedule or not at all, itself among it, in the order of the measures: all of its release. */
export async function togetherWith(tx: Db, { id, releasePlanId }: Pick<Schedule, 'id' | 'releasePlanId'>): Promise<OneSchedule[]> {
  const found = await tx.schedule.findMany({
    where: releasePlanId === null ? { id } : { releasePlanId },
    include: { version: { select: { number: true, measure: { select: { ref: true } } } } },
    orderBy: { version: { measure: { ref: 'asc' } } },
  })
  return found.map(({ version, ...schedule }) => ({ ...schedule, ref: version.measure.ref, number: version.number }))
}

/** Locks a version, by its id, and all that is scheduled with it, in one order: whoever changes any of a release takes turns. */
export async function lockTogether(tx: Db, versionId: number): Promise<void> {
  await tx.$queryRaw`
    SELECT v.id FROM version v JOIN measure m ON m.id = v.measure_id
    WHERE v.id = ${versionId} OR v.id IN (SELECT t.version_id FROM schedule s JOIN schedule t USING (release_plan_id) WHERE s.version_id = ${versionId})
    ORDER BY m.ref COLLATE "C" FOR UPDATE OF v`
}

/** One schedule as it stands, its version locked until the transaction ends, with its release: whoever changes either takes the versions first. Throws NotFound. */
export async function loadSchedule(tx: Db, id: number): Promise<OneSchedule> {
  const where = { id: Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? id : 0 }
  const found = await tx.schedule.findUnique({ where, select: { versionId: true } })
  if (!found) throw new NotFound('There is no such schedule.')
  await lockTogether(tx, found.versionId)
  const { version, ...schedule } = await tx.schedule.findUniqueOrThrow({
    where,
    include: { version: { select: { number: true, measure: { select: { ref: true } } } } },
  })
  return { ...schedule, ref: version.measure.ref, number: version.number }
}

/** Says that what was scheduled could not be done, with all of its release: the versions are approved again, and somebody has to look at it. */
export async function markFailed(tx: Db, actor: Actor, schedule: OneSchedule, problem: string, at: Date): Promise<void> {
  for (const one of await togetherWith(tx, schedule)) {
    const { id, deed, localTime, zone, ref, number } = one
    await tx.schedule.update({ where: { id }, data: { state: 'failed', stateChangedAt: at, problem, jobId: null } })
    if (deed === 'publish')
      await tx.version.updateMany({ where: { id: one.versionId, state: 'scheduled' }, data: { state: 'approved', stateChangedAt: at } })
    await record(tx, actor, { action: 'schedule.failed', deed, localTime, zone, reason: problem }, { at, ref, version: number })
    await tellEnded(tx, actor, one, { failed: problem }, at)
  }
}

/** What became of it, for whoever scheduled it; of a failure also for the authors and the administrators. */
async function tellEnded(
  tx: Db,
  actor: Actor,
  { deed, localTime, zone, ref, number, scheduledById }: OneSchedule,
  end: { failed: string } | { cancelled: string },
  at: Date,
): Promise<void> {
  const { economy, authorIds } = await loadVersion(tx, ref, number)
  const about = { ref, version: number, economy, deed, when: written({ local: localTime, zone }) }
  const told =
    'failed' in end
      ? ({ kind: 'schedule failed', ...about, problem: end.failed } as const)
      : ({ kind: 'schedule cancelled', ...about, by: actor.name, reason: end.cancelled } as const)
  await notify(tx, told, { doneBy: actor.id, authors: authorIds, scheduledBy: scheduledById }, at)
}
