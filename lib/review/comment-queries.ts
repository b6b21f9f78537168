// Reads the comments on a version for the people at the desk. The world is never shown one.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import type { CommentField, Thread } from './comment.ts'

/** The threads of a version, the open ones first and each as it began; at most 300 with 2,000 answers. Throws NotAllowed. */
export async function threadsOf(actor: Actor, versionId: number): Promise<Thread[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const settlement = { orderBy: { id: 'desc' }, take: 1 } as const
  const revision = { select: { number: true } } as const
  const [begun, answers] = await Promise.all([
    deskDb().comment.findMany({
      where: { versionId, threadId: null },
      orderBy: { id: 'asc' },
      take: 300,
      include: { settlements: settlement, revision },
    }),
    deskDb().comment.findMany({
      where: { versionId, threadId: { not: null } },
      orderBy: { id: 'asc' },
      take: 2000,
      include: { revision },
    }),
  ])
  const line = (row: (typeof answers)[number]) => {
    const { id, authorName: author, createdAt: at, body, previewLinkId } = row
    return { id, author, outside: previewLinkId !== null, at, body, revision: row.revision.number }
  }
  return begun
    .map((row): Thread => {
      const last = row.settlements[0]
      return {
        ...line(row),
        field: row.field as CommentField,
        quote: row.quote,
        mustSettle: row.mustSettle,
        authorId: row.authorId,
        settledBy: last?.settled ? last.settlerName : null,
        settledAt: last?.settled ? last.createdAt : null,
        answers: answers.filter(({ threadId }) => threadId === row.id).map(line),
      }
    })
    .sort((a, b) => Number(a.settledBy !== null) - Number(b.settledBy !== null))
}

/** How many threads of a version hold its approval up. */
export async function threadsToSettle(db: Db, versionId: number): Promise<number> {
  const rows = await db.$queryRaw<{ threads: number }[]>`SELECT held_up_by(${versionId}) AS threads`
  return rows[0]?.threads ?? 0
}

/** The people with an account who began a thread, answered in it or settled it. */
export async function speakersIn(db: Db, threadId: number): Promise<number[]> {
  const said = await db.comment.findMany({ where: { OR: [{ id: threadId }, { threadId }] }, select: { authorId: true } })
  const settled = await db.commentSettlement.findMany({ where: { commentId: threadId }, select: { settledById: true } })
  return [...new Set([...said.flatMap(({ authorId }) => authorId ?? []), ...settled.map(({ settledById }) => settledById)])]
}
