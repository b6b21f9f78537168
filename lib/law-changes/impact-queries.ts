// The worklist of impacts and what it can be narrowed by, with how many each choice leaves. None of these reads changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import { titleOf } from '#lib/measures/measure.ts'
import type { VersionState } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type ImpactState, stateOfImpact } from './impact.ts'
import { type ImpactFilter, impactAges } from './impact-filter.ts'
import { nameOfChange } from './law-change.ts'

/** Throws NotAllowed. */
export function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

const older = (days: number, now: Date) => Prisma.sql`i.created_at <= ${new Date(now.getTime() - days * 86_400_000)}`

/** What a filter asks of `impact i`; `now` tells the age. */
function asked({ lawChangeId, economy, personId, olderThan, show = 'open' }: ImpactFilter, now: Date): Prisma.Sql {
  return Prisma.join(
    [
      show === 'settled' ? Prisma.sql`i.settled_at IS NOT NULL` : Prisma.sql`i.settled_at IS NULL`,
      ...(lawChangeId === undefined ? [] : [Prisma.sql`i.law_change_id = ${lawChangeId}`]),
      ...(economy === undefined ? [] : [Prisma.sql`i.economy_code = ${economy}`]),
      ...(personId === undefined ? [] : [Prisma.sql`i.person_id = ${personId}`]),
      ...(olderThan === undefined ? [] : [older(olderThan, now)]),
      ...(show === 'to check'
        ? [
            Prisma.sql`EXISTS (SELECT FROM impact_answer a WHERE a.impact_id = i.id AND a.outcome = 'not_affected'
              AND NOT EXISTS (SELECT FROM impact_check k WHERE k.answer_id = a.id))`,
          ]
        : []),
    ],
    ' AND ',
  )
}

export type ImpactLine = {
  id: number
  lawChangeId: number
  actTitle: string
  change: string
  ref: string
  economy: string
  title: string
  person: string
  state: ImpactState
  version: { number: number; state: VersionState } | null
  since: Date
  dueOn: string
  answerId: number | null
  /** Why it is said not to be affected; '' without such an answer. */
  reason: string
}

/** The impacts that a worklist shows, the earliest due first, 50 a page; `now` tells the age. */
export async function impactWorklist(
  actor: Actor,
  filter: ImpactFilter,
  now: Date,
): Promise<{ items: ImpactLine[]; total: number; page: number; perPage: number }> {
  mayRead(actor)
  const perPage = 50
  const page = filter.page ?? 1
  const where = asked(filter, now)
  type Row = Omit<ImpactLine, 'title' | 'state' | 'version' | 'change'> & {
    kind: string
    date: string
    content: unknown
    outcome: 'updated' | 'not_affected' | null
    answer: 'updated' | 'not_affected' | null
    answeredById: number
    accepted: boolean | null
    number: number | null
    versionState: VersionState | null
  }
  const [rows, totals] = await Promise.all([
    deskDb().$queryRaw<Row[]>`
      SELECT i.id, i.law_change_id AS "lawChangeId", t.title AS "actTitle", l.kind, l.date, m.ref, i.economy_code AS economy, p.name AS person, i.outcome,
        i.created_at AS since, i.due_on::text AS "dueOn", w.content, a.outcome AS answer, a.answered_by_id AS "answeredById", a.id AS "answerId",
        coalesce(a.reason, '') AS reason, k.accepted,
        v.number, v.state AS "versionState"
      FROM (SELECT * FROM impact i WHERE ${where} ORDER BY i.due_on, i.id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}) i
      JOIN law_change l ON l.id = i.law_change_id JOIN act c ON c.id = l.act_id JOIN act t ON t.id = coalesce(c.merged_into_id, c.id)
      JOIN measure m ON m.id = i.measure_id JOIN person p ON p.id = i.person_id
      LEFT JOIN published.measure s ON s.ref = m.ref LEFT JOIN published.version w ON w.ref = s.ref AND w.number = s.version_number
      LEFT JOIN LATERAL (SELECT * FROM impact_answer a WHERE a.impact_id = i.id ORDER BY a.id DESC LIMIT 1) a ON true
      LEFT JOIN impact_check k ON k.answer_id = a.id LEFT JOIN version v ON v.id = a.version_id
      ORDER BY i.due_on, i.id`,
    deskDb().$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM impact i WHERE ${where}`,
  ])
  const items = rows.map(({ content, kind, date, outcome, answer, answeredById, accepted, number, versionState, ...row }) => ({
    ...row,
    change: nameOfChange({ kind, date }),
    title: content === null ? row.ref : titleOf(content),
    state: stateOfImpact(
      outcome,
      answer === null ? null : { outcome: answer, versionState, answeredById, check: accepted === null ? null : { accepted } },
    ),
    version: number === null || versionState === null ? null : { number, state: versionState },
  }))
  return { items, total: Number(totals[0]?.total ?? 0), page, perPage }
}

export type Choice<Id> = { id: Id; name: string; count: number }
export type ImpactChoices = {
  economies: Choice<string>[]
  people: Choice<number>[]
  lawChanges: Choice<number>[]
  ages: Choice<number>[]
}

/** What the worklist can be narrowed by, each with how many impacts it would then show: the other questions stay as they are. */
export async function impactChoices(actor: Actor, filter: ImpactFilter, now: Date): Promise<ImpactChoices> {
  mayRead(actor)
  const { economy: _e, ...anyEconomy } = filter
  const { personId: _p, ...anybody } = filter
  const { lawChangeId: _l, ...anyChange } = filter
  const { olderThan: _o, ...anyAge } = filter
  const [economies, people, changes, ages] = await Promise.all([
    deskDb().$queryRaw<Choice<string>[]>`
      SELECT e.code AS id, e.name, n.count FROM (SELECT economy_code, count(*)::int FROM impact i WHERE ${asked(anyEconomy, now)} GROUP BY 1) n
      JOIN economy e ON e.code = n.economy_code ORDER BY e.name`,
    deskDb().$queryRaw<Choice<number>[]>`
      SELECT p.id, p.name, n.count FROM (SELECT person_id, count(*)::int FROM impact i WHERE ${asked(anybody, now)} GROUP BY 1) n
      JOIN person p ON p.id = n.person_id ORDER BY p.name`,
    deskDb().$queryRaw<{ id: number; kind: string; date: string; act: string; count: number }[]>`
      SELECT l.id, l.kind, l.date, t.title AS act, n.count
      FROM (SELECT law_change_id, count(*)::int FROM impact i WHERE ${asked(anyChange, now)} GROUP BY 1 ORDER BY 1 DESC LIMIT 200) n
      JOIN law_change l ON l.id = n.law_change_id JOIN act c ON c.id = l.act_id JOIN act t ON t.id = coalesce(c.merged_into_id, c.id)
      ORDER BY l.id DESC`,
    deskDb().$queryRaw<Record<string, number>[]>`
      SELECT ${Prisma.join(impactAges.map(({ days }) => Prisma.sql`(count(*) FILTER (WHERE ${older(days, now)}))::int AS ${Prisma.raw(`d${days}`)}`))}
      FROM impact i WHERE ${asked(anyAge, now)}`,
  ])
  const counted = ages[0] ?? {}
  return {
    economies,
    people,
    lawChanges: changes.map(({ kind, date, act, ...row }) => ({ ...row, name: `${nameOfChange({ kind, date })}, ${act}` })),
    ages: impactAges.map(({ days, name }) => ({ id: days, name, count: counted[`d${days}`] ?? 0 })),
  }
}

/** Who may be given the impacts of an economy (of all, when none is named), by name: nobody who is disabled. At most 500. */
export async function assignees(actor: Actor, economy?: string): Promise<{ id: number; name: string }[]> {
  mayRead(actor)
  return deskDb().person.findMany({
    where: {
      disabledAt: null,
      ...(economy === undefined ? {} : { OR: [{ allEconomies: true }, { economies: { some: { economyCode: economy } } }] }),
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
