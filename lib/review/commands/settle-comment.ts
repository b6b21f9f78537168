// Says that a thread is settled, or opens it again. Nothing of what was said is removed.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { type CommentField, fieldNames, whyNotComment, whyNotInsist, whyNotSettle } from '#lib/review/comment.ts'
import { speakersIn } from '#lib/review/comment-queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/** Throws NotFound, NotAllowed, and Stale when somebody said the same already. */
export async function settleComment(
  actor: Actor,
  input: { ref: string; version: number; threadId: number; settled: boolean },
  clock: Clock = systemClock,
): Promise<void> {
  const { ref, version: number, threadId, settled } = input
  await deskDb().$transaction(async (tx) => {
    const at = clock()
    const version = await loadVersion(tx, ref, number, 'lock')
    const thread = await tx.comment.findFirst({
      where: { id: threadId, versionId: version.id, threadId: null },
      include: { settlements: { orderBy: { id: 'desc' }, take: 1 } },
    })
    if (!thread) throw new NotFound('There is no such thread on this version.')
    const refused = settled
      ? whyNotSettle(actor, version, thread)
      : (whyNotComment(actor, version) ?? (thread.mustSettle ? whyNotInsist(version) : null))
    if (refused !== null) throw new NotAllowed(refused)
    const last = thread.settlements[0]
    if ((last?.settled ?? false) === settled)
      throw new Stale(last ? `${last.settlerName} ${settled ? 'settled this' : 'opened this again'} already.` : 'This is open already.')
    await tx.commentSettlement.create({
      data: { commentId: thread.id, settled, settledById: actor.id, settlerName: actor.name, createdAt: at },
    })
    const field = fieldNames[thread.field as CommentField]
    await record(tx, actor, { action: settled ? 'comment.settled' : 'comment.reopened', field }, { at, ref, version: number })
    const { economy, authorIds } = version
    const deed = settled ? 'settled' : 'reopened'
    const told = { kind: 'comment', ref, version: number, economy, by: actor.name, field, deed, mustSettle: thread.mustSettle } as const
    await notify(tx, told, { doneBy: actor.id, authors: authorIds, speakers: await speakersIn(tx, thread.id) }, at)
  })
}
