// The whole audit trail for people at the desk, narrowed and page by page. Never read to decide what somebody may do.
import { describe } from '#lib/audit/describe.ts'
import { type AuditEvent, auditEvent } from '#lib/audit/entry.ts'
import { foldAutosaves } from '#lib/audit/fold.ts'
import { actionsOf, type LogFilter } from '#lib/audit/log-filter.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { may, whyNot } from './permissions.ts'

/** An entry of the log: what was done as a sentence, and the event that it was made from. */
export type LogLine = {
  id: number
  at: Date
  personId: number | null
  who: string
  what: string
  event: AuditEvent
  ref: string | null
  version: number | null
}
export type LogPage = { items: LogLine[]; older: number | null; newer: number | null }

const PER_PAGE = 50
const AT_ONCE = 1000

type Row = {
  id: number
  at: Date
  personId: number | null
  who: string
  action: string
  details: object
  ref: string | null
  version: number | null
}

function conditions(actor: Actor, { personId, economy, ref, topic, from, to }: LogFilter): Prisma.Sql[] {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const actions = topic && actionsOf(topic)
  return [
    // Who was added, disabled or given a role is for those who manage people.
    ...(may(actor, 'read people log', null) ? [] : [Prisma.sql`action <> ALL(${actionsOf('people')})`]),
    ...(personId === undefined ? [] : [Prisma.sql`actor_id = ${personId}`]),
    ...(economy === undefined ? [] : [Prisma.sql`left(measure_ref, 2) = ${economy}`]),
    ...(ref === undefined ? [] : [Prisma.sql`measure_ref = ${ref}`]),
    ...(actions === undefined ? [] : [Prisma.sql`action = ANY(${actions})`]),
    ...(from === undefined ? [] : [Prisma.sql`at >= ${from}::date::timestamp AT TIME ZONE 'UTC'`]),
    ...(to === undefined ? [] : [Prisma.sql`at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`]),
  ]
}

/** Where an entry stands in the order of what happened. */
const entry = (id: number): Prisma.Sql => Prisma.sql`(SELECT at, id FROM audit_entry WHERE id = ${id})`

async function rowsOf(where: Prisma.Sql[], order: 'newest' | 'oldest', limit: number): Promise<Row[]> {
  return deskDb().$queryRaw<Row[]>`
    SELECT id, at, actor_id AS "personId", actor_name AS who, action, details, measure_ref AS ref, version_number AS version
    FROM audit_entry ${where.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(where, ' AND ')}`}
    ORDER BY ${order === 'newest' ? Prisma.sql`at DESC, id DESC` : Prisma.sql`at, id`} LIMIT ${limit}`
}

const entryOf = ({ action, details, ...row }: Row) => ({ ...row, event: auditEvent.parse({ action, ...details }) })
const lineOf = (row: Row): LogLine => inWords(entryOf(row))
const inWords = (entry: ReturnType<typeof entryOf>): LogLine => ({ ...entry, what: describe(entry.event) })

/** What a page shows of its rows: the autosaves of a sitting as one line. */
const told = (rows: Row[]): LogLine[] => foldAutosaves(rows.map(entryOf)).map(inWords)

/** A page of the log, newest first, 50 entries; `older` and `newer` name the entries from which a neighbouring page goes on. Throws NotAllowed. */
export async function logOf(actor: Actor, filter: LogFilter): Promise<LogPage> {
  const where = conditions(actor, filter)
  if (filter.after !== undefined) {
    const rows = await rowsOf([...where, Prisma.sql`(at, id) > ${entry(filter.after)}`], 'oldest', PER_PAGE + 1)
    const page = rows.slice(0, PER_PAGE).reverse()
    return { items: told(page), older: page.at(-1)?.id ?? null, newer: rows.length > PER_PAGE ? (page[0]?.id ?? null) : null }
  }
  const rows = await rowsOf(
    filter.before === undefined ? where : [...where, Prisma.sql`(at, id) < ${entry(filter.before)}`],
    'newest',
    PER_PAGE + 1,
  )
  const page = rows.slice(0, PER_PAGE)
  return {
    items: told(page),
    older: rows.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null,
    newer: filter.before === undefined ? null : (page[0]?.id ?? null),
  }
}

/** Every entry that a filter asks for, oldest first, read a thousand at a time. Throws NotAllowed before the first. */
export function everyLogLine(actor: Actor, filter: LogFilter): AsyncIterable<LogLine> {
  const where = conditions(actor, filter)
  return (async function* () {
    let last: number | null = null
    for (;;) {
      const rows = await rowsOf([...where, ...(last === null ? [] : [Prisma.sql`(at, id) > ${entry(last)}`])], 'oldest', AT_ONCE)
      yield* rows.map(lineOf)
      last = rows.at(-1)?.id ?? last
      if (rows.length < AT_ONCE) return
    }
  })()
}

/** Everybody who has an account, by name, also the disabled: whose deeds the log can be narrowed to. */
export async function peopleOfLog(actor: Actor): Promise<{ id: number; name: string }[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().person.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 1000 })
}
