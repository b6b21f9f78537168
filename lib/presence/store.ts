// Keeps the signs of life of open forms. It locks nothing, decides nothing and enters nothing into the trail: presence is no deed.
import { whyNot } from '#lib/accounts/permissions.ts'
import { isRef } from '#lib/measures/measure.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import { type Beat, type EditorNow, expiry } from './presence.ts'
import { editorsOf } from './queries.ts'

/** Notes that a tab of the actor has a version open, or was left; resolves to who else has. Throws NotFound, NotAllowed. */
export async function beat(actor: Actor, ref: string, { version, tab, leaving }: Beat, clock: Clock = systemClock): Promise<EditorNow[]> {
  const found = isRef(ref)
    ? await deskDb().version.findFirst({
        where: { number: version, measure: { ref } },
        select: { id: true, measure: { select: { economyCode: true } } },
      })
    : null
  if (!found) throw new NotFound(`There is no version ${version} of ${ref}.`)
  const refused = whyNot(actor, 'edit draft', found.measure.economyCode)
  if (refused !== null) throw new NotAllowed(refused)
  const now = clock()
  if (leaving) {
    await deskDb().editing.deleteMany({ where: { versionId: found.id, personId: actor.id, tab } })
    return []
  }
  const expired = new Date(now.getTime() - expiry)
  await deskDb().$executeRaw`
    WITH gone AS (DELETE FROM editing WHERE seen_at < ${expired} AND (version_id, person_id, tab) <> (${found.id}, ${actor.id}, ${tab}))
    INSERT INTO editing (version_id, person_id, tab, began_at, seen_at) VALUES (${found.id}, ${actor.id}, ${tab}, ${now}, ${now})
    ON CONFLICT (version_id, person_id, tab) DO UPDATE
    SET seen_at = excluded.seen_at, began_at = CASE WHEN editing.seen_at < ${expired} THEN excluded.began_at ELSE editing.began_at END`
  return editorsOf(actor, ref, version, clock, tab)
}
