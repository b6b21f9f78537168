// How the work stands: what waits, runs and was given up. It reads ids and times, never what they stand for.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

export type Backlog = { kind: string; waiting: number; overdue: number; failed: number }

/** The jobs by kind; `overdue` could have begun a minute before `now`. Those that failed for good are kept for a week. */
export async function backlog(actor: Actor, now: Date): Promise<Backlog[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$queryRaw<Backlog[]>`
    SELECT name AS kind, (count(*) FILTER (WHERE state < 'active'))::int AS waiting,
      (count(*) FILTER (WHERE state < 'active' AND start_after < ${now}::timestamptz - interval '1 minute'))::int AS overdue,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed
    FROM jobs.job WHERE name NOT LIKE '\_\_%' GROUP BY name ORDER BY name`
}
