// Comments on a version: begins a thread on a field or a passage of it, or answers in one. The text stays as it is.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { fieldNames, type NewAnswer, type NewThread, newAnswer, newThread, whyNotComment, whyNotInsist } from '#lib/review/comment.ts'
import { speakersIn } from '#lib/review/comment-queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, NotFound } from '#lib/system/errors.ts'

/** Returns the comment's id. An answer in a settled thread leaves it settled. Throws NotFound, NotAllowed, Invalid. */
export async function addComment(actor: Actor, input: NewThread | NewAnswer, clock: Clock = systemClock): Promise<{ id: number }> {
  const parsed = 'threadId' in input ? newAnswer.safeParse(input) : newThread.safeParse(input)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  const { data } = parsed
  return deskDb().$transaction(async (tx) => {
    const at = clock()
    const version = await loadVersion(tx, data.ref, data.version, 'lock')
    const refused = whyNotComment(actor, version) ?? ('mustSettle' in data && data.mustSettle ? whyNotInsist(version) : null)
    if (refused !== null) throw new NotAllowed(refused)
    const revision = await tx.revision.findUnique({
      where: { versionId_number: { versionId: version.id, number: data.revision } },
      select: { id: true },
    })
    if (!revision) throw new NotFound(`There is no revision ${data.version}.${data.revision} of ${data.ref}.`)
    const thread =
      'threadId' in data ? await tx.comment.findFirst({ where: { id: data.threadId, versionId: version.id, threadId: null } }) : null
    if ('threadId' in data && !thread) throw new NotFound('There is no such thread on this version.')
    const about = 'threadId' in data ? { threadId: data.threadId, field: thread?.field ?? '' } : pick(data)
    const { id } = await tx.comment.create({
      data: {
        ...about,
        versionId: version.id,
        revisionId: revision.id,
        body: data.body,
        authorId: actor.id,
        authorName: actor.name,
        createdAt: at,
      },
    })
    const field = fieldNames[about.field as keyof typeof fieldNames]
    const mustSettle = 'mustSettle' in about && about.mustSettle
    await record(tx, actor, 'threadId' in data ? { action: 'comment.answered', field } : { action: 'comment.added', field, mustSettle }, {
      at,
      ref: data.ref,
      version: data.version,
    })
    const { ref, economy, authorIds } = version
    const deed = thread ? 'answered' : 'began'
    const told = { kind: 'comment', ref, version: data.version, economy, by: actor.name, field, deed, mustSettle } as const
    const speakers = thread ? await speakersIn(tx, thread.id) : []
    await notify(tx, told, { doneBy: actor.id, authors: authorIds, speakers }, at)
    return { id }
  })
}

const pick = ({ field, quote, mustSettle }: { field: string; quote: string; mustSettle: boolean }) => ({ field, quote, mustSettle })
