// Saves a draft: appends a revision. A save that was based on an older revision is refused with the newer text in hand.
import { isDeepStrictEqual } from 'node:util'
import { record } from '#lib/audit/record.ts'
import { type ContentInput, content as contentSchema, readContent } from '#lib/measures/content.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { insertRevision, type RevisionKind } from '#lib/measures/store.ts'
import { draftTransitions, whyNotByRule } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/**
 * Saves the content as the next revision of a draft or returned version; equal content makes none, but for a `save` of what its own
 * author's form had autosaved. `basedOn` is the number of the revision that the person saw; a save that is sent again, because its
 * answer was lost, is found to be there. Throws NotFound, NotAllowed, Invalid, and Stale with `changed: { revision, author, at, content, base }`.
 */
export async function editDraft(
  actor: Actor,
  input: { ref: string; version: number; basedOn: number; content: ContentInput; kind?: RevisionKind },
  clock: Clock = systemClock,
): Promise<{ revision: number; savedAt: Date }> {
  const parsed = contentSchema.safeParse(input.content)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  const kind = input.kind ?? 'save'
  return deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotByRule(actor, draftTransitions.save, version)
    const { head } = version
    const same = isDeepStrictEqual(parsed.data, head.content)
    if (head.number !== input.basedOn && !same) {
      const seen = await tx.revision.findFirst({ where: { versionId: version.id, number: input.basedOn }, select: { content: true } })
      throw new Stale(`${head.authorName} saved this draft since you opened it.`, {
        revision: head.number,
        author: head.authorName,
        at: head.createdAt.toISOString(),
        content: head.content,
        base: seen && readContent(seen.content),
      })
    }
    if (refused !== null) throw new NotAllowed(refused)
    const mark = kind === 'save' && head.kind === 'autosave' && head.authorId === actor.id
    if (same && !mark) return { revision: head.number, savedAt: head.createdAt }
    const at = clock()
    const revision = head.number + 1
    const digest = await insertRevision(tx, actor, version.id, revision, parsed.data, 'form', at, kind)
    const action = kind === 'save' ? 'draft.saved' : 'draft.autosaved'
    await record(tx, actor, { action, revision, digest }, { at, ref: input.ref, version: input.version })
    return { revision, savedAt: at }
  })
}
