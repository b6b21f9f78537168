// Ends a preview link before its time. What the expert wrote stays.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/** Throws NotFound, NotAllowed, and Stale when somebody revoked it already. */
export async function revokePreview(
  actor: Actor,
  input: { ref: string; version: number; linkId: number },
  clock: Clock = systemClock,
): Promise<void> {
  const { ref, version: number, linkId } = input
  await deskDb().$transaction(async (tx) => {
    const at = clock()
    const version = await loadVersion(tx, ref, number, 'lock')
    const refused = whyNot(actor, 'share preview', version.economy)
    if (refused !== null) throw new NotAllowed(refused)
    const link = await tx.previewLink.findFirst({
      where: { id: linkId, versionId: version.id },
      include: { revocation: true, revision: { select: { number: true } } },
    })
    if (!link) throw new NotFound('There is no such preview link on this version.')
    if (link.revocation) throw new Stale(`${link.revocation.revokerName} revoked this link already.`)
    await tx.previewRevocation.create({ data: { linkId, revokedById: actor.id, revokerName: actor.name, createdAt: at } })
    const event = { action: 'preview.revoked', guest: link.guestName, revision: link.revision.number } as const
    await record(tx, actor, event, { at, ref, version: number })
  })
}
