// Counts for the overview of the desk, of the economies that the person works on. None changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { mondayOf, type WaitingCount, type WeekCount, waitingStates, weeksTold } from './overview.ts'

export type Overview = { waiting: WaitingCount[]; weeks: WeekCount[] }

/** What waits now by state and age, and what was published and returned in each of the last 26 weeks in which anything was. Throws NotAllowed. */
export async function overviewOf(actor: Actor, now: Date): Promise<Overview> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const scope = actor.economies === 'all' ? null : [...actor.economies]
  const since = new Date(Date.parse(`${mondayOf(now.toISOString().slice(0, 10))}T00:00:00Z`) - (weeksTold - 1) * 7 * 86_400_000)
  const [waiting, weeks] = await Promise.all([
    deskDb().$queryRaw<WaitingCount[]>`
      SELECT v.state::text AS state, count(*)::int AS versions, min(v.state_changed_at) AS oldest,
        CASE WHEN v.state_changed_at > ${now}::timestamptz - interval '1 day' THEN 0 WHEN v.state_changed_at > ${now}::timestamptz - interval '7 days' THEN 1
          WHEN v.state_changed_at > ${now}::timestamptz - interval '30 days' THEN 2 ELSE 3 END AS age
      FROM version v JOIN measure m ON m.id = v.measure_id
      WHERE v.state = ANY(${[...waitingStates]}::version_state[]) AND (${scope}::text[] IS NULL OR m.economy_code = ANY(${scope}::text[]))
      GROUP BY 1, 4`,
    deskDb().$queryRaw<WeekCount[]>`
      SELECT date_trunc('week', at AT TIME ZONE 'UTC')::date::text AS week, count(*) FILTER (WHERE published)::int AS published,
        count(*) FILTER (WHERE NOT published)::int AS returned
      FROM (
        SELECT p.published_at AS at, true AS published FROM published.listing p
        WHERE p.published_at >= ${since} AND (${scope}::text[] IS NULL OR p.economy_code = ANY(${scope}::text[]))
        UNION ALL
        SELECT b.created_at, false FROM review_return b JOIN version v ON v.id = b.version_id JOIN measure m ON m.id = v.measure_id
        WHERE b.created_at >= ${since} AND (${scope}::text[] IS NULL OR m.economy_code = ANY(${scope}::text[]))) done
      GROUP BY 1 ORDER BY 1`,
  ])
  return { waiting, weeks }
}
