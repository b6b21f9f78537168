// Publishes the approved versions of one law change as one release: all in one transaction and at one moment, or none.
import { record } from '#lib/audit/record.ts'
import { loadLawChange } from '#lib/law-changes/store.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import type { Decision } from '#lib/review/stale.ts'
import { carryOut, type Publication, preparePublication } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb, refusedByRule } from '#lib/system/db.ts'
import { Invalid, type Issue, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'
import { log } from '#lib/system/log.ts'

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
      const refs = ready.map(({ version }) => version.ref)
      await record(tx, actor, { action: 'release.published', act: lawChange.act.title, change: lawChange.name, measures: refs }, { at })
      const { id } = await tx.release.create({
        data: { lawChangeId: lawChange.id, releasedById: actor.id, releaserName: actor.name, createdAt: at },
      })
      for (const publication of ready) {
        const { ref, id: versionId } = publication.version
        try {
          await carryOut(tx, actor, publication, at)
          await tx.releaseItem.create({ data: { releaseId: id, versionId } })
        } catch (error) {
          if (!refusedByRule(error)) throw error
          log.error({ ref, error: String(error) }, 'a release was refused by the database')
          throw refusal([{ path: ref, message: `${ref}: the database refused it.` }])
        }
      }
      return { id }
    },
    { maxWait: 15_000, timeout: 120_000 },
  )
}

const refusal = (issues: Issue[]) => new Invalid([...issues, { path: '', message: 'Nothing of the release was published.' }])
