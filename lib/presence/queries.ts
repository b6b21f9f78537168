// Who has a draft open now.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { type EditorNow, expiry } from './presence.ts'

/** Everybody who has the version open, the first come first, each person once; the tab that asks is left out. Throws NotAllowed. */
export async function editorsOf(actor: Actor, ref: string, version: number, clock: Clock = systemClock, tab = ''): Promise<EditorNow[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().$queryRaw<{ id: number; name: string; since: Date }[]>`
    SELECT p.id, p.name, min(e.began_at) AS since
    FROM editing e JOIN version v ON v.id = e.version_id JOIN measure m ON m.id = v.measure_id JOIN person p ON p.id = e.person_id
    WHERE m.ref = ${ref} AND v.number = ${version} AND e.seen_at >= ${new Date(clock().getTime() - expiry)}
      AND NOT (e.person_id = ${actor.id} AND e.tab = ${tab})
    GROUP BY p.id, p.name ORDER BY since, p.id LIMIT 20`
  return rows.map(({ id, name, since }) => ({ name, since: since.toISOString(), mine: id === actor.id }))
}
