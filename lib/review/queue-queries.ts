// A reviewer's way through the queue: what comes before and after a version among those that they may decide on.
import { may } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'

export type Neighbours = { previous: string | null; next: string | null; place: number; of: number }

/** The refs beside `ref` in the actor's queue, the longest waiting first (at most 1,000); for a version that is not in it, its beginning. Null for who decides nothing. */
export async function neighboursInQueue(actor: Actor, ref: string): Promise<Neighbours | null> {
  if (!may(actor, 'approve', null)) return null
  const scope = actor.economies === 'all' ? null : [...actor.economies]
  const rows = await deskDb().$queryRaw<{ ref: string }[]>`
    SELECT m.ref FROM version v JOIN measure m ON m.id = v.measure_id
    WHERE v.state = 'in_review' AND (${scope}::text[] IS NULL OR m.economy_code = ANY(${scope}::text[]))
      AND NOT EXISTS (SELECT FROM revision r WHERE r.version_id = v.id AND r.author_id = ${actor.id})
    ORDER BY v.state_changed_at, v.id LIMIT 1000`
  const at = rows.findIndex((row) => row.ref === ref)
  return {
    previous: at < 0 ? null : (rows[at - 1]?.ref ?? null),
    next: rows[at + 1]?.ref ?? null,
    place: at + 1,
    of: rows.length,
  }
}
