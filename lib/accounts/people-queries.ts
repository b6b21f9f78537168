// People as administrators see them: the list, one of them, and what was done to an account. None of these reads gives a password's hash or changes anything.
import { describe } from '#lib/audit/describe.ts'
import { auditEvent } from '#lib/audit/entry.ts'
import type { Actor, Role } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { PeopleFilter } from './people-filter.ts'
import type { Economies } from './person.ts'
import { mayManage } from './store.ts'

export type PersonLine = {
  id: number
  name: string
  email: string
  role: Role
  economies: Economies
  since: Date
  disabledAt: Date | null
  edition: number
}

const select = {
  id: true,
  name: true,
  email: true,
  role: true,
  allEconomies: true,
  economies: { select: { economyCode: true }, orderBy: { economyCode: 'asc' } },
  createdAt: true,
  disabledAt: true,
  edition: true,
} as const satisfies Prisma.PersonSelect

type Row = Prisma.PersonGetPayload<{ select: typeof select }>

const lineOf = ({ allEconomies, economies, createdAt, ...row }: Row): PersonLine => ({
  ...row,
  economies: allEconomies ? 'all' : economies.map(({ economyCode }) => economyCode),
  since: createdAt,
})

const perPage = 50

/** The people that a list shows, by name, 50 a page, and how many there are. Throws NotAllowed. */
export async function people(
  actor: Actor,
  { q, role, state, economy, page }: PeopleFilter,
): Promise<{ items: PersonLine[]; total: number; page: number; perPage: number }> {
  mayManage(actor)
  const contains = { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  const where: Prisma.PersonWhereInput = {
    AND: [
      q === '' ? {} : { OR: [{ name: contains }, { email: contains }] },
      role === undefined ? {} : { role },
      state === undefined ? {} : { disabledAt: state === 'enabled' ? null : { not: null } },
      economy === undefined ? {} : { OR: [{ allEconomies: true }, { economies: { some: { economyCode: economy } } }] },
    ],
  }
  const [rows, total] = await Promise.all([
    deskDb().person.findMany({ where, select, orderBy: [{ name: 'asc' }, { id: 'asc' }], skip: (page - 1) * perPage, take: perPage }),
    deskDb().person.count({ where }),
  ])
  return { items: rows.map(lineOf), total, page, perPage }
}

/** One person; null when there is none. Throws NotAllowed. */
export async function onePerson(actor: Actor, id: number): Promise<PersonLine | null> {
  mayManage(actor)
  const known = Number.isInteger(id) && id > 0 && id <= 2_147_483_647
  const row = known ? await deskDb().person.findUnique({ where: { id }, select }) : null
  return row && lineOf(row)
}

export type AccountLine = { id: number; at: Date; who: string; what: string }

/** What was done to somebody's account, newest first, at most `limit`. Throws NotAllowed. */
export async function accountHistory(actor: Actor, email: string, limit = 50): Promise<AccountLine[]> {
  mayManage(actor)
  const rows = await deskDb().$queryRaw<{ id: number; at: Date; who: string; action: string; details: object }[]>`
    SELECT id, at, actor_name AS who, action, details FROM audit_entry
    WHERE action LIKE 'person.%' AND details ->> 'email' = ${email} ORDER BY id DESC LIMIT ${limit}`
  return rows.map(({ action, details, ...line }) => ({ ...line, what: describe(auditEvent.parse({ action, ...details })) }))
}
