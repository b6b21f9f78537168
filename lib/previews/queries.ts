// What an open preview link shows, and the links of a version for the desk. What is shown by a link is one revision and the threads begun by it.
import { whyNot } from '#lib/accounts/permissions.ts'
import { type Content, readContent } from '#lib/measures/content.ts'
import type { CommentField } from '#lib/review/comment.ts'
import { type Actor, outsideExpert } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { throttle } from '#lib/system/throttle.ts'
import { lastDay, type PreviewState, pace } from './preview.ts'
import { openLink } from './store.ts'

export type GuestLine = { id: number; author: string; outside: boolean; at: Date; body: string }
export type GuestThread = GuestLine & { field: CommentField; quote: string; settled: boolean; answers: GuestLine[] }

/** All that somebody outside is shown: no person but the names of who answered them, no other revision, no other comment. */
export type Preview = {
  linkId: number
  guest: string
  /** The last day (ISO, UTC) on which the link works. */
  until: string
  message: string
  commentsWelcome: boolean
  ref: string
  economy: { code: string; name: string }
  version: number
  revision: number
  savedAt: Date
  content: Content
  /** Whether the draft has a later revision than the one that is shown. */
  movedOn: boolean
  published: { version: number; content: Content } | null
  threads: GuestThread[]
}

/** What the token shows at this moment; null for one that is unknown, expired, revoked or ended, without saying which. */
export async function previewOf(token: string, now: Date): Promise<Preview | null> {
  const link = await openLink(deskDb(), token, now)
  if (!link) return null
  const { version, ...revision } = await deskDb().revision.findUniqueOrThrow({
    where: { id: link.revisionId },
    include: { version: { include: { measure: { include: { economy: true } } } } },
  })
  const [published, later, threads] = await Promise.all([
    deskDb().version.findFirst({
      where: { measureId: version.measureId, state: 'published' },
      include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
    }),
    deskDb().revision.findFirst({ where: { versionId: link.versionId, number: { gt: revision.number } }, select: { id: true } }),
    threadsBegunBy(link.id),
  ])
  const base = published?.revisions[0]
  return {
    linkId: link.id,
    guest: link.guestName,
    until: lastDay(link.expiresAt),
    message: link.message,
    commentsWelcome: link.commentsWelcome,
    ref: version.measure.ref,
    economy: { code: version.measure.economyCode, name: version.measure.economy.name },
    version: version.number,
    revision: revision.number,
    savedAt: revision.createdAt,
    content: readContent(revision.content),
    movedOn: later !== null,
    published: published && base ? { version: published.number, content: readContent(base.content) } : null,
    threads,
  }
}

/** The threads that were begun by a link, as they began, with what was answered in them. */
async function threadsBegunBy(linkId: number): Promise<GuestThread[]> {
  const rows = await deskDb().comment.findMany({
    where: { previewLinkId: linkId, threadId: null },
    orderBy: { id: 'asc' },
    take: 200,
    include: {
      settlements: { orderBy: { id: 'desc' }, take: 1, select: { settled: true } },
      answers: { orderBy: { id: 'asc' }, take: 500 },
    },
  })
  const line = (row: { id: number; authorName: string; previewLinkId: number | null; createdAt: Date; body: string }): GuestLine => {
    const { id, authorName: author, previewLinkId, createdAt: at, body } = row
    return { id, author, outside: previewLinkId !== null, at, body }
  }
  return rows.map((row) => ({
    ...line(row),
    field: row.field as CommentField,
    quote: row.quote,
    settled: row.settlements[0]?.settled ?? false,
    answers: row.answers.map(line),
  }))
}

/** Who comments by an open link, for the audit trail, and how many seconds they have to wait first (0: none; this one is counted). Null for no open link. */
export async function guestOf(token: string, now: Date): Promise<{ guest: Actor; wait: number } | null> {
  const link = await openLink(deskDb(), token, now)
  if (!link) return null
  const wait = await throttle('guest comment', pace.comments, pace.seconds).take(String(link.id))
  return { guest: outsideExpert(link.guestName), wait }
}

export type PreviewLine = {
  id: number
  guest: string
  revision: number
  until: string
  state: PreviewState
  commentsWelcome: boolean
  comments: number
  openedAt: Date | null
  by: string
  at: Date
}

/** The preview links of a version, newest first, at most 100. Throws NotAllowed. */
export async function previewsOf(actor: Actor, versionId: number, now: Date): Promise<PreviewLine[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().$queryRaw<(Omit<PreviewLine, 'until'> & { expiresAt: Date })[]>`
    SELECT l.id, l.guest_name AS guest, r.number AS revision, l.expires_at AS "expiresAt", preview_state(l.id, ${now}::timestamptz) AS state,
      l.comments_welcome AS "commentsWelcome", (SELECT count(*)::int FROM comment c WHERE c.preview_link_id = l.id) AS comments,
      o.last_at AS "openedAt", l.maker_name AS by, l.created_at AS at
    FROM preview_link l JOIN revision r ON r.id = l.revision_id LEFT JOIN preview_opening o ON o.link_id = l.id
    WHERE l.version_id = ${versionId} ORDER BY l.id DESC LIMIT 100`
  return rows.map(({ expiresAt, ...row }) => ({ ...row, until: lastDay(expiresAt) }))
}

/** How many of the preview links that somebody made are open at this moment. Throws NotAllowed. */
export async function openPreviewsBy(actor: Actor, personId: number, now: Date): Promise<number> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS open FROM preview_link l
    WHERE l.maker_id = ${personId} AND l.expires_at > ${now} AND preview_state(l.id, ${now}::timestamptz) = 'open'`
  return rows[0]?.open ?? 0
}
