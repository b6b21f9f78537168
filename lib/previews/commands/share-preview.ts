// Makes a link to one revision for one outside expert. The version stays as it is; the address is told once and not kept.
import { randomBytes } from 'node:crypto'
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { endOf, lastDay, type NewPreview, newPreview, whyNotShare } from '#lib/previews/preview.ts'
import { hashOf } from '#lib/previews/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/** Returns the link's id, its token, and the last day on which it works. Throws NotFound, NotAllowed, Invalid, and Stale when the draft went on. */
export async function sharePreview(
  actor: Actor,
  input: NewPreview,
  clock: Clock = systemClock,
): Promise<{ id: number; token: string; until: string }> {
  const parsed = newPreview.safeParse(input)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  const { ref, version: number, revision, guest, days, message, commentsWelcome } = parsed.data
  return deskDb().$transaction(async (tx) => {
    const at = clock()
    const version = await loadVersion(tx, ref, number, 'lock')
    const refused = whyNotShare(actor, version)
    if (refused !== null) throw new NotAllowed(refused)
    if (version.head.number !== revision)
      throw new Stale(`The text is at revision ${version.head.number} now, and you saw revision ${revision}. Look at it, then share it.`)
    const token = randomBytes(32).toString('base64url')
    const expiresAt = endOf(at, days)
    const until = lastDay(expiresAt)
    const { id } = await tx.previewLink.create({
      data: {
        versionId: version.id,
        revisionId: version.head.id,
        tokenHash: hashOf(token),
        guestName: guest,
        message,
        commentsWelcome,
        expiresAt,
        makerId: actor.id,
        makerName: actor.name,
        createdAt: at,
      },
    })
    await record(tx, actor, { action: 'preview.shared', guest, revision, until }, { at, ref, version: number })
    return { id, token, until }
  })
}
