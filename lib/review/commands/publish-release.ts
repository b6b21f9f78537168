// Publishes the approved versions of one law change as one release: all in one transaction and at one moment, or none.
import { loadLawChange, lockUpdate } from '#lib/law-changes/store.ts'
import { eachOfRelease, nothingOfRelease, refuseEmptyRelease } from '#lib/review/release.ts'
import type { Decision } from '#lib/review/stale.ts'
import { carryOutRelease, preparePublication } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'

/**
 * Publishes the texts with these digests, each started for the law change, or none of them. Throws NotFound, and Invalid with one issue
 * for each measure that cannot be published: `path` is its ref.
 */
export async function publishRelease(
  actor: Actor,
  input: { lawChangeId: number; items: readonly Decision[] },
  clock: Clock = systemClock,
): Promise<{ id: number }> {
  const { items } = input
  return deskDb().$transaction(
    async (tx) => {
      const { id: lawChangeId, act, name: change } = await loadLawChange(tx, input.lawChangeId, 'lock')
      refuseEmptyRelease(items)
      const { ready, issues } = await eachOfRelease(items, async (item) =>
        preparePublication(tx, actor, await lockUpdate(tx, lawChangeId, item), item),
      )
      if (issues.length > 0) throw nothingOfRelease(issues, 'published')
      const at = new Date(Math.max(clock().getTime(), ...ready.map(({ earliest }) => earliest)))
      try {
        return await carryOutRelease(tx, actor, { lawChangeId, act: act.title, change, ready }, at)
      } catch (error) {
        throw error instanceof Invalid ? nothingOfRelease(error.issues, 'published') : error
      }
    },
    // A release of hundreds of measures takes more than the usual time.
    { maxWait: 15_000, timeout: 120_000 },
  )
}
