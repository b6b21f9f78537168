// Writes news for the people that it concerns, in the transaction of the command that made it, and hands it to the mail server afterwards.
import { enqueue } from '#lib/jobs/enqueue.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { env } from '#lib/system/env.ts'
import { canMail, deliver, Refused } from './deliver.ts'
import { mailOf } from './messages.ts'
import { type News, type NewsKind, news } from './news.ts'
import { isDigestDue, type Pace, type Preferences, paceOf } from './preferences.ts'
import { type Candidate, type Concerned, recipientsOf } from './recipients.ts'
import { tokenOf } from './unsubscribe-token.ts'

// Read once a transaction: a release tells of hundreds of publications in one.
const read = new WeakMap<Db, Promise<Candidate[]>>()

function candidatesIn(tx: Db): Promise<Candidate[]> {
  const known = read.get(tx)
  if (known) return known
  const candidates = tx.person
    .findMany({ where: { disabledAt: null }, include: { economies: { select: { economyCode: true } } } })
    .then((people) =>
      people.map(({ id, role, allEconomies, economies }): Candidate => {
        return { id, role, economies: allEconomies ? 'all' : economies.map(({ economyCode }) => economyCode) }
      }),
    )
  read.set(tx, candidates)
  return candidates
}

/** Tells everybody whom this concerns: in the desk with the transaction, and by e-mail soon after it for those who want it at once. */
export async function notify(tx: Db, told: News, concerned: Concerned, at: Date): Promise<void> {
  if ('version' in told) await knows(tx, concerned.doneBy, told, at)
  const recipients = recipientsOf(told, concerned, await candidatesIn(tx))
  if (recipients.length === 0) return
  const { kind } = told
  const written = await tx.notification.createManyAndReturn({
    data: recipients.map(({ personId, why }) => ({ personId, why, kind, news: told, createdAt: at })),
    select: { id: true, personId: true },
  })
  if (!canMail()) return
  const chosen = await tx.mailPreference.findMany({ where: { kind, personId: { in: written.map(({ personId }) => personId) } } })
  for (const { id, personId } of written) {
    const own = chosen.find((one) => one.personId === personId)
    if (paceOf(kind, own ? { [kind]: own.pace } : {}) === 'at_once') await enqueue(tx, 'send-mail', { notification: id })
  }
}

/** Whoever does something about a version knows what they were told of it until then. */
async function knows(tx: Db, personId: number, { ref, version }: { ref: string; version: number }, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE notification SET read_at = ${at}
    WHERE person_id = ${personId} AND read_at IS NULL AND news ->> 'ref' = ${ref} AND (news ->> 'version')::int = ${version}`
}

const preferencesOf = (rows: { kind: string; pace: Pace }[]): Preferences => Object.fromEntries(rows.map(({ kind, pace }) => [kind, pace]))

/** Where one click ends e-mails of a kind, or the daily one. */
const unsubscribeLink = (personId: number, what: NewsKind | 'daily') =>
  `${env.baseUrl}/unsubscribe?token=${tokenOf(env.authSecret, { personId, what })}`

const slow = { maxWait: 15_000, timeout: 60_000 }

const HOUR = 3_600_000

/**
 * Sends the e-mail of one notification, unless it was sent, was read meanwhile, or is not wanted any more. What else of its kind waits for the
 * person since less than an hour goes with it: of a bulk they get a few e-mails and not hundreds. Throws when it may work later.
 */
export async function sendMail(id: number, now: Date): Promise<void> {
  if (!canMail()) return
  await deskDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM notification WHERE id = ${id} FOR UPDATE`
    const row = await tx.notification.findUnique({ where: { id }, include: { person: { include: { mailPreferences: true } } } })
    if (!row || row.mailedAt || row.readAt || row.mailProblem !== '' || row.person.disabledAt) return
    const told = news.parse(row.news)
    if (paceOf(told.kind, preferencesOf(row.person.mailPreferences)) !== 'at_once') return
    const unsubscribe = unsubscribeLink(row.personId, told.kind)
    const others = await tx.$queryRaw<{ id: number; why: string; news: unknown }[]>`
      SELECT id, why, news FROM notification WHERE person_id = ${row.personId} AND kind = ${row.kind} AND id <> ${id} AND mailed_at IS NULL
        AND read_at IS NULL AND mail_problem = '' AND created_at > ${new Date(now.getTime() - HOUR)} ORDER BY created_at, id LIMIT 99 FOR UPDATE SKIP LOCKED`
    const pieces = [row, ...others].map((one) => ({ told: news.parse(one.news), why: one.why }))
    const mail = mailOf(pieces, { base: env.baseUrl, unsubscribe, daily: false })
    const to = { name: row.person.name, address: row.person.email }
    const problem = await problemOf(() => deliver({ id: `notification-${id}`, to, unsubscribe, ...mail }))
    const ids = [id, ...others.map((one) => one.id)]
    await tx.notification.updateMany({ where: { id: { in: ids } }, data: problem === '' ? { mailedAt: now } : { mailProblem: problem } })
  }, slow)
}

/** '' when it was sent, what the mail server said when it never will be. */
async function problemOf(send: () => Promise<void>): Promise<string> {
  try {
    await send()
    return ''
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

/** Says that an e-mail was given up, after it had been tried for days. */
export async function giveUpMail(id: number): Promise<void> {
  const problem = 'The mail server could not be reached, or took it at no time.'
  await deskDb().notification.updateMany({ where: { id, mailedAt: null, mailProblem: '' }, data: { mailProblem: problem } })
}

const WEEK = 7 * 86_400_000

/** Sends the daily e-mail to everybody for whom the hour has come. One that fails stops no other; it is thrown at the end, to be tried again. */
export async function sendDigests(now: Date): Promise<void> {
  if (!canMail()) return
  const people = await deskDb().person.findMany({ where: { disabledAt: null }, orderBy: { id: 'asc' } })
  const failures: unknown[] = []
  for (const person of people) if (isDigestDue(person, now)) await sendDigest(person.id, now).catch((error) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'Some daily e-mails were not taken.')
}

async function sendDigest(personId: number, now: Date): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, include: { mailPreferences: true } })
    if (person.disabledAt || !isDigestDue(person, now)) return
    const chosen = preferencesOf(person.mailPreferences)
    const rows = await tx.notification.findMany({
      where: { personId, mailedAt: null, mailProblem: '', readAt: null, createdAt: { gt: new Date(now.getTime() - WEEK) } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 500,
    })
    const pieces = rows
      .map(({ id, why, news: told }) => ({ id, why, told: news.parse(told) }))
      .filter(({ told }) => paceOf(told.kind, chosen) === 'daily')
      .slice(0, 100)
    let outcome: { mailedAt: Date } | { mailProblem: string } = { mailedAt: now }
    if (pieces.length > 0) {
      const unsubscribe = unsubscribeLink(personId, 'daily')
      const mail = mailOf(pieces, { base: env.baseUrl, unsubscribe, daily: true })
      const to = { name: person.name, address: person.email }
      const id = `daily-${personId}-${pieces.at(-1)?.id}`
      const problem = await problemOf(() => deliver({ id, to, unsubscribe, ...mail }))
      if (problem !== '') outcome = { mailProblem: problem }
    }
    await tx.notification.updateMany({ where: { id: { in: pieces.map(({ id }) => id) } }, data: outcome })
    await tx.person.update({ where: { id: personId }, data: { digestAt: now } })
  }, slow)
}

/** Marks notifications of a person as read: the one that is named, or all of them. Those of others are left alone. */
export async function markRead(reader: { id: number }, which: number | 'all', now: Date): Promise<void> {
  const one = which === 'all' ? {} : { id: which }
  await deskDb().notification.updateMany({ where: { personId: reader.id, readAt: null, ...one }, data: { readAt: now } })
}
