// What a person was told, and how they want it: the desk's reads. Everybody reads their own; none changes anything.
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { env } from '#lib/system/env.ts'
import { type Message, messageOf } from './messages.ts'
import { news } from './news.ts'
import type { Preferences } from './preferences.ts'
import { readToken, type Unwanted } from './unsubscribe-token.ts'

export type Told = Message & { id: number; why: string; at: Date; unread: boolean }

const PER_PAGE = 50

/** The person's notifications, the last first, 50 a page. */
export async function notificationsOf(actor: Actor, page: number): Promise<{ items: Told[]; total: number; perPage: number }> {
  const where = { personId: actor.id }
  const [rows, total] = await Promise.all([
    deskDb().notification.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PER_PAGE,
      skip: (page - 1) * PER_PAGE,
    }),
    deskDb().notification.count({ where }),
  ])
  const items = rows.map((row) => ({
    ...messageOf(news.parse(row.news)),
    id: row.id,
    why: row.why,
    at: row.createdAt,
    unread: row.readAt === null,
  }))
  return { items, total, perPage: PER_PAGE }
}

/** How many the person has not read; counting stops at 100. */
export async function unreadOf(actor: Actor): Promise<number> {
  return (await deskDb().notification.findMany({ where: { personId: actor.id, readAt: null }, select: { id: true }, take: 100 })).length
}

/** Where one notification of the person leads; null when there is none. */
export async function pathOfNotification(actor: Actor, id: number): Promise<string | null> {
  const row = await deskDb().notification.findFirst({ where: { id, personId: actor.id } })
  return row ? messageOf(news.parse(row.news)).path : null
}

export type Choices = { preferences: Preferences; timeZone: string; digestHour: number }

/** How a person wants their news by e-mail. */
export async function choicesOf(actor: { id: number }): Promise<Choices> {
  const person = await deskDb().person.findUniqueOrThrow({ where: { id: actor.id }, include: { mailPreferences: true } })
  const preferences = Object.fromEntries(person.mailPreferences.map(({ kind, pace }) => [kind, pace]))
  return { preferences, timeZone: person.timeZone, digestHour: person.digestHour }
}

/** Whom an unsubscribe token names, and what they no longer want; null when it is none of ours, or they are nobody any more. */
export async function personOfToken(token: string): Promise<{ actor: Actor; what: Unwanted['what'] } | null> {
  const unwanted = readToken(env.authSecret, token)
  const person = unwanted && (await deskDb().person.findUnique({ where: { id: unwanted.personId } }))
  if (!unwanted || !person || person.disabledAt) return null
  const { id, name, email, role } = person
  return { actor: { id, name, email, role, economies: [] }, what: unwanted.what }
}

export type Undelivered = { id: number; to: string; at: Date; problem: string }

/** The e-mails that could not be delivered, the last first, at most 50; for administrators, so an empty list for anybody else. */
export async function undeliveredMail(actor: Actor): Promise<Undelivered[]> {
  if (actor.role !== 'administrator') return []
  const rows = await deskDb().notification.findMany({
    where: { mailProblem: { not: '' } },
    orderBy: { id: 'desc' },
    take: 50,
    include: { person: { select: { email: true } } },
  })
  return rows.map((row) => ({ id: row.id, to: row.person.email, at: row.createdAt, problem: row.mailProblem }))
}
