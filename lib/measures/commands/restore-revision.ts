// Brings an earlier text of a measure back, as a new revision of the open draft or as the first one of a new version. No text is ever overwritten.
import { isDeepStrictEqual } from 'node:util'
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { readContent } from '#lib/measures/content.ts'
import { isRef } from '#lib/measures/measure.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import type { RevisionName } from '#lib/measures/revision.ts'
import { insertRevision, insertVersion } from '#lib/measures/store.ts'
import { draftTransitions, isOpen, whyNotByRule } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/**
 * Restores `from`. `basedOn` is the newest revision that the person saw, so that nobody's newer text is buried unseen. The change
 * kind and note of an open draft stay, because they tell of this version; those of a new one are empty. Returns the revision that
 * holds the text. Throws NotFound, NotAllowed, Stale, Invalid.
 */
export async function restoreRevision(
  actor: Actor,
  input: { ref: string; from: RevisionName; basedOn: RevisionName },
  clock: Clock = systemClock,
): Promise<RevisionName> {
  const { ref, from, basedOn } = input
  return deskDb().$transaction(async (tx) => {
    const measure = isRef(ref) ? await tx.measure.findUnique({ where: { ref } }) : null
    if (!measure) throw new NotFound(`There is no measure ${ref}.`)
    const refused = whyNot(actor, 'edit draft', measure.economyCode)
    if (refused !== null) throw new NotAllowed(refused)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('version', ${measure.id}::bigint))`
    const source = await tx.revision.findFirst({
      where: { number: from.revision, version: { number: from.version, measureId: measure.id } },
    })
    const last = await tx.version.findFirst({ where: { measureId: measure.id }, orderBy: { number: 'desc' } })
    if (!source || !last) throw new NotFound(`There is no revision ${from.version}.${from.revision} of ${ref}.`)
    const newest = await loadVersion(tx, ref, last.number, 'lock')
    const { head } = newest
    if (newest.number !== basedOn.version || head.number !== basedOn.revision)
      throw new Stale(`${head.authorName} saved version ${newest.number} since you opened this page.`)
    const content = readContent(source.content)
    const at = clock()
    const restored = { action: 'revision.restored', fromVersion: from.version, fromRevision: from.revision } as const
    if (!isOpen(newest.state)) {
      const version = newest.number + 1
      const added = await insertVersion(tx, actor, measure.id, version, { ...content, changeKind: null, changeNote: '' }, 'form', at)
      const { digest } = await tx.revision.findFirstOrThrow({ where: { versionId: added.id }, select: { digest: true } })
      await record(tx, actor, { ...restored, revision: 1, digest: digest ?? '' }, { at, ref, version })
      return { version, revision: 1 }
    }
    const whyNotSave = whyNotByRule(actor, draftTransitions.save, newest)
    if (whyNotSave !== null) throw new NotAllowed(whyNotSave)
    const { changeKind, changeNote } = head.content
    const next = { ...content, changeKind, changeNote }
    if (isDeepStrictEqual(next, head.content)) throw new Stale('The draft says this already.')
    const revision = head.number + 1
    const digest = await insertRevision(tx, actor, newest.id, revision, next, 'form', at)
    await record(tx, actor, { ...restored, revision, digest }, { at, ref, version: newest.number })
    return { version: newest.number, revision }
  })
}
