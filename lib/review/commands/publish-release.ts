// Publishes the approved versions of one law change as one release: all in one transaction and at one moment, or none.
import { loadLawChange } from '#lib/law-changes/store.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import type { Decision } from '#lib/review/stale.ts'
import { carryOutRelease, type Publication, preparePublication } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, type Issue, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/**
 * Publishes the texts with these digests, each started for the law change, or none of them. Throws NotFound, and Invalid with one issue
 * for each measure that cannot be published: `path` is its ref.
 */
export async function publishRelease(
  actor: Actor,
  input: { lawChangeId: number; items: readonly Decision[] },
  clock: Clock = systemClock,
): Promise<{ id: number }> {
  // In one order, so that two releases at once take turns; a release of hundreds of measures takes more than the usual time.
  const wanted = input.items.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  return deskDb().$transaction(
    async (tx) => {
      const lawChange = await loadLawChange(tx, input.lawChangeId, 'lock')
      if (wanted.length === 0) throw new Invalid([{ path: '', message: 'Choose at least one approved version.' }])
      const ready: Publication[] = []
      const issues: Issue[] = []
      for (const item of wanted) {
        try {
          const version = await loadVersion(tx, item.ref, item.version, 'lock')
          const asked = { versionId: version.id, impact: { lawChangeId: lawChange.id } }
          if (!(await tx.impactAnswer.findFirst({ where: asked }))) throw new NotAllowed('It was not started for this law change.')
          ready.push(await preparePublication(tx, actor, version, item))
        } catch (error) {
          if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound)) throw error
          issues.push({ path: item.ref, message: `${item.ref}: ${error.message}` })
        }
      }
      if (issues.length > 0) throw refusal(issues)
      const at = new Date(Math.max(clock().getTime(), ...ready.map(({ earliest }) => earliest)))
      try {
        return await carryOutRelease(tx, actor, { lawChangeId: lawChange.id, act: lawChange.act.title, change: lawChange.name, ready }, at)
      } catch (error) {
        throw error instanceof Invalid ? refusal(error.issues) : error
      }
    },
    { maxWait: 15_000, timeout: 120_000 },
  )
}

const refusal = (issues: Issue[]) => new Invalid([...issues, { path: '', message: 'Nothing of the release was published.' }])
