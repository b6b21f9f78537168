// What is on the schedule, and what became of it: the desk's reads. None changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import { titleOf } from '#lib/measures/measure.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { ScheduleDeed, ScheduleState } from './schedule.ts'

export type ScheduleLine = {
  id: number
  ref: string
  economy: string
  number: number
  title: string
  deed: ScheduleDeed
  state: ScheduleState
  localTime: string
  zone: string
  dueAt: Date
  by: string
  mine: boolean
  stateChangedAt: Date
  problem: string
  /** The release that it is part of: its law change, and how many measures it has. */
  release: { lawChangeId: number; act: string; measures: number } | null
}

// A failure stands until its version is somewhere else, or something newer is scheduled for it.
const standing = Prisma.sql`
  s.state = 'waiting' OR s.state = 'failed' AND v.state = (CASE s.deed WHEN 'publish' THEN 'approved' ELSE 'published' END)::version_state
    AND s.digest = h.digest AND NOT EXISTS (SELECT FROM schedule n WHERE n.version_id = s.version_id AND n.id > s.id)`

async function lines(actor: Actor, where: Prisma.Sql, order: Prisma.Sql, limit: number): Promise<ScheduleLine[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().$queryRaw<(Omit<ScheduleLine, 'title' | 'mine'> & { content: unknown; byId: number })[]>`
    SELECT s.id, m.ref, m.economy_code AS economy, v.number, h.content, s.deed, s.state, s.local_time AS "localTime", s.zone, s.due_at AS "dueAt",
      s.scheduler_name AS by, s.scheduled_by_id AS "byId", s.state_changed_at AS "stateChangedAt", s.problem,
      (SELECT jsonb_build_object('lawChangeId', p.law_change_id, 'act', a.title,
        'measures', (SELECT count(*) FROM schedule t WHERE t.release_plan_id = p.id))
      FROM release_plan p JOIN law_change l ON l.id = p.law_change_id JOIN act a ON a.id = l.act_id WHERE p.id = s.release_plan_id) AS release
    FROM schedule s JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id
    CROSS JOIN LATERAL (SELECT content, digest FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) h
    WHERE ${where} ORDER BY ${order} LIMIT ${limit}`
  return rows.map(({ content, byId, ...row }) => ({ ...row, title: titleOf(content), mine: byId === actor.id }))
}

/** What waits for its time, the next first, and what failed and still has to be seen to: at most 300. */
export const onSchedule = (actor: Actor): Promise<ScheduleLine[]> =>
  lines(actor, Prisma.sql`s.state IN ('waiting', 'failed') AND (${standing})`, Prisma.sql`s.due_at, s.id`, 300)

/** What was done, cancelled or void of late, the last first: 50. */
export const offSchedule = (actor: Actor): Promise<ScheduleLine[]> =>
  lines(actor, Prisma.sql`s.state IN ('done', 'cancelled', 'void')`, Prisma.sql`s.state_changed_at DESC, s.id DESC`, 50)

/** What waits for its time because this person scheduled it, the next first: at most 100. */
export const scheduledBy = (actor: Actor, personId: number): Promise<ScheduleLine[]> =>
  lines(actor, Prisma.sql`s.state = 'waiting' AND s.scheduled_by_id = ${personId}`, Prisma.sql`s.due_at, s.id`, 100)

/** What is on the schedule for one version: waiting, or failed and to be seen to; null for nothing. */
export const scheduleOf = async (actor: Actor, versionId: number): Promise<ScheduleLine | null> =>
  (await lines(actor, Prisma.sql`s.version_id = ${versionId} AND (${standing})`, Prisma.sql`s.id DESC`, 1))[0] ?? null
