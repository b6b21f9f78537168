// A comment of an outside expert, by the token of their link: begins a thread on the revision that it shows, or answers in one that they began.
import { record } from '#lib/audit/record.ts'
import { readContent } from '#lib/measures/content.ts'
import { notify } from '#lib/notifications/store.ts'
import { type GuestComment, guestComment, mostComments } from '#lib/previews/preview.ts'
import { openLink } from '#lib/previews/store.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { readableText } from '#lib/published/readable-text.ts'
import { fieldNames, stillSays } from '#lib/review/comment.ts'
import { speakersIn } from '#lib/review/comment-queries.ts'
import { type Actor, outsideExpert } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotFound } from '#lib/system/errors.ts'
import { pillars } from '#lib/taxonomy/queries.ts'

const nothing = 'There is no such preview.'

/** Returns the comment's id. The token is what authorises; the actor is who it was given to. Throws NotFound, Invalid. */
export async function commentAsGuest(
  actor: Actor,
  input: GuestComment & { token: string },
  clock: Clock = systemClock,
): Promise<{ id: number }> {
  const { token, ...given } = input
  const taxonomy = { pillars: await pillars() } // before the transaction, which has its connection
  return deskDb().$transaction(async (tx) => {
    const at = clock()
    const found = await openLink(tx, token, at)
    // The version first, as everywhere: its state and a revocation wait for this comment, or this comment for them.
    if (found) await tx.$queryRaw`SELECT id FROM version WHERE id = ${found.versionId} FOR UPDATE`
    const link = found && (await openLink(tx, token, at))
    const guest = link && outsideExpert(link.guestName)
    if (!link || guest?.id !== actor.id || guest.name !== actor.name) throw new NotFound(nothing)
    const parsed = guestComment.safeParse(given)
    const issues = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    if (!link.commentsWelcome) issues.push({ path: '', message: 'No comments are asked for on this preview.' })
    if ((await tx.comment.count({ where: { previewLinkId: link.id } })) >= mostComments)
      issues.push({ path: '', message: `This preview has its ${mostComments} comments: write to whoever sent it.` })
    if (!parsed.success || issues.length > 0) throw new Invalid(issues)
    const { threadId, body, ...subject } = parsed.data
    const { versionId, revisionId } = link
    const { content, version } = await tx.revision.findUniqueOrThrow({
      where: { id: revisionId },
      include: { version: { include: { measure: { include: { economy: true } } } } },
    })
    const { economyCode: code, economy, ref } = version.measure
    const text = readableText(measureTextOf(readContent(content), { code, name: economy.name }, taxonomy))
    if (!stillSays(text, subject.quote))
      throw new Invalid([{ path: 'quote', message: 'These words do not stand in the text: copy them from it, or leave this empty.' }])
    const thread = threadId ? await tx.comment.findFirst({ where: { id: threadId, previewLinkId: link.id, threadId: null } }) : null
    if (threadId && !thread) throw new NotFound(nothing)
    const about = thread ? { threadId: thread.id, field: thread.field } : subject
    const { id } = await tx.comment.create({
      data: { ...about, body, versionId, revisionId, previewLinkId: link.id, authorName: link.guestName, createdAt: at },
    })
    const field = fieldNames[about.field as keyof typeof fieldNames]
    const event = thread
      ? ({ action: 'comment.answered', field } as const)
      : ({ action: 'comment.added', field, mustSettle: false } as const)
    await record(tx, actor, event, { at, ref, version: version.number })
    const authors = await tx.revision.findMany({ where: { versionId }, distinct: ['authorId'], select: { authorId: true } })
    await notify(
      tx,
      {
        kind: 'comment',
        ref,
        version: version.number,
        economy: code,
        by: actor.name,
        field,
        deed: thread ? 'answered' : 'began',
        mustSettle: false,
      },
      { doneBy: actor.id, authors: authors.map(({ authorId }) => authorId), speakers: thread ? await speakersIn(tx, thread.id) : [] },
      at,
    )
    return { id }
  })
}
