// Saves a draft: appends a revision. A save that was based on an older revision is refused with the newer text in hand.
import { isDeepStrictEqual } from 'node:util'
import { record } from '#lib/audit/record.ts'
import { type ContentInput, content as contentSchema } from '#lib/measures/content.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { insertRevision } from '#lib/measures/store.ts'
import { draftTransitions, whyNotByRule } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/**
 * Saves the content as the next revision of a draft or returned version; equal content makes none. `basedOn` is the number of the
 * revision that the person saw. Throws NotFound, NotAllowed, Invalid, and Stale with `changed: { revision, author, at, content }`.
 */
export async function editDraft(
  actor: Actor,
  input: { ref: string; version: number; basedOn: number; content: ContentInput },
  clock: Clock = systemClock,
): Promise<{ revision: number; savedAt: Date }> {
  const parsed = contentSchema.safeParse(input.content)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  return deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotByRule(actor, draftTransitions.save, version)
    const { head } = version
    if (head.number !== input.basedOn) {
      throw new Stale(`${head.authorName} saved this draft since you opened it.`, {
        revision: head.number,
        author: head.authorName,
        at: head.createdAt.toISOString(),
        content: head.content,
      })
    }
    if (refused !== null) throw new NotAllowed(refused)
    if (isDeepStrictEqual(parsed.data, head.content)) return { revision: head.number, savedAt: head.createdAt }
    const at = clock()
    const revision = head.number + 1
    const digest = await insertRevision(tx, actor, version.id, revision, parsed.data, 'form', at)
    await record(tx, actor, { action: 'draft.saved', revision, digest }, { at, ref: input.ref, version: input.version })
    return { revision, savedAt: at }
  })
}
