// The desk's reads of law changes, impacts and what can be released. Every one names the actor who reads; none changes anything.
import { may, whyNot } from '#lib/accounts/permissions.ts'
import { type Content, readContent } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { loadVersion, type OneVersion } from '#lib/measures/queries.ts'
import { isOpen, type VersionState } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type ImpactState, stateOfImpact } from './impact.ts'
import type { ImpactFilter } from './impact-filter.ts'
import { type LawChangeState, nameOfChange, stateOfLawChange } from './law-change.ts'
import { type Rewriting, rewritten } from './rewriting.ts'
import { actRefsOf, loadImpact, loadLawChange } from './store.ts'

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

export type LawChangeLine = {
  id: number
  actRef: string
  actTitle: string
  name: string
  state: LawChangeState
  by: string
  at: Date
  mine: boolean
  open: number
  impacts: number
}

/** Law changes, newest first, 50 a page; in one state, or all. */
export async function lawChanges(
  actor: Actor,
  filter: { state?: LawChangeState; page?: number } = {},
): Promise<{ items: LawChangeLine[]; total: number; page: number; perPage: number }> {
  mayRead(actor)
  const perPage = 50
  const page = filter.page ?? 1
  const where: Prisma.LawChangeWhereInput =
    filter.state === undefined
      ? {}
      : filter.state === 'proposed'
        ? { decision: null }
        : { decision: { confirmed: filter.state === 'confirmed' } }
  const [rows, total] = await Promise.all([
    deskDb().lawChange.findMany({
      where,
      orderBy: { id: 'desc' },
      take: perPage,
      skip: (page - 1) * perPage,
      include: {
        decision: true,
        act: { include: { mergedInto: true } },
        _count: { select: { impacts: true } },
      },
    }),
    deskDb().lawChange.count({ where }),
  ])
  const ids = rows.map(({ id }) => id)
  const open = await deskDb().impact.groupBy({ by: ['lawChangeId'], where: { lawChangeId: { in: ids }, settledAt: null }, _count: true })
  const items = rows.map((row) => {
    const act = row.act.mergedInto ?? row.act
    return {
      id: row.id,
      actRef: act.ref ?? '',
      actTitle: act.title,
      name: nameOfChange(row),
      state: stateOfLawChange(row.decision),
      by: row.proposerName,
      at: row.createdAt,
      mine: row.proposedById === actor.id,
      open: open.find(({ lawChangeId }) => lawChangeId === row.id)?._count ?? 0,
      impacts: row._count.impacts,
    }
  })
  return { items, total, page, perPage }
}

/** A law change with its act, decision, commencement, and how many of its impacts are open. Throws NotFound. */
export async function lawChangeForDesk(actor: Actor, id: number) {
  mayRead(actor)
  const lawChange = await loadLawChange(deskDb(), id)
  const [impacts, open] = await Promise.all([
    deskDb().impact.count({ where: { lawChangeId: id } }),
    deskDb().impact.count({ where: { lawChangeId: id, settledAt: null } }),
  ])
  return { ...lawChange, state: stateOfLawChange(lawChange.decision), impacts, open }
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
}

/** The impacts that a worklist shows, those due first first, 50 a page; `now` tells the age. */
export async function impactWorklist(
  actor: Actor,
  filter: ImpactFilter,
  now: Date,
): Promise<{ items: ImpactLine[]; total: number; page: number; perPage: number }> {
  mayRead(actor)
  const perPage = 50
  const page = filter.page ?? 1
  const { lawChangeId, economy, personId, olderThan, show = 'open' } = filter
  const where = Prisma.join(
    [
      show === 'settled' ? Prisma.sql`i.settled_at IS NOT NULL` : Prisma.sql`i.settled_at IS NULL`,
      ...(lawChangeId === undefined ? [] : [Prisma.sql`i.law_change_id = ${lawChangeId}`]),
      ...(economy === undefined ? [] : [Prisma.sql`i.economy_code = ${economy}`]),
      ...(personId === undefined ? [] : [Prisma.sql`i.person_id = ${personId}`]),
      ...(olderThan === undefined ? [] : [Prisma.sql`i.created_at <= ${new Date(now.getTime() - olderThan * 86_400_000)}`]),
      ...(show === 'to check'
        ? [
            Prisma.sql`EXISTS (SELECT FROM impact_answer a WHERE a.impact_id = i.id AND a.outcome = 'not_affected'
              AND NOT EXISTS (SELECT FROM impact_check k WHERE k.answer_id = a.id))`,
          ]
        : []),
    ],
    ' AND ',
  )
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
        i.created_at AS since, i.due_on::text AS "dueOn", w.content, a.outcome AS answer, a.answered_by_id AS "answeredById", k.accepted,
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

/** Whom the open impacts of a law change (or all) wait for, and in which economies: the choices of the worklist's filter. */
export async function impactChoices(actor: Actor, lawChangeId?: number) {
  mayRead(actor)
  const where = lawChangeId === undefined ? Prisma.sql`settled_at IS NULL` : Prisma.sql`law_change_id = ${lawChangeId}`
  const [economies, people] = await Promise.all([
    deskDb().$queryRaw<{ code: string; name: string }[]>`
      SELECT code, name FROM economy WHERE code IN (SELECT DISTINCT economy_code FROM impact WHERE ${where}) ORDER BY name`,
    deskDb().$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM person WHERE id IN (SELECT DISTINCT person_id FROM impact WHERE ${where}) ORDER BY name`,
  ])
  return { economies, people }
}

/** An impact with its law change, the published text, the text with the timeline rewritten, and the version that was started for it. Throws NotFound. */
export async function impactForDesk(actor: Actor, id: number) {
  mayRead(actor)
  const impact = await loadImpact(deskDb(), id)
  const lawChange = await loadLawChange(deskDb(), impact.lawChangeId)
  const asks: Rewriting = { ...lawChange, actRefs: await actRefsOf(deskDb(), lawChange.act.id) }
  const versions = await deskDb().version.findMany({
    where: { measureId: impact.measureId },
    orderBy: { number: 'desc' },
    select: { number: true, state: true },
  })
  const published = versions.find(({ state }) => state === 'published')
  const open = versions.find(({ state }) => isOpen(state))
  const stands = published ?? versions.find(({ state }) => state === 'withdrawn' || state === 'superseded')
  const before: Content | null = stands ? (await loadVersion(deskDb(), impact.ref, stands.number)).head.content : null
  return {
    ...impact,
    lawChange,
    open: open ?? null,
    isPublished: published !== undefined,
    before,
    proposed: before && rewritten({ ...before, changeKind: null, changeNote: '' }, asks),
  }
}

/** An update of a law change that is not published yet, with what it changes: what is reviewed and released together. */
export type PreparedUpdate = { impactId: number; version: OneVersion; before: Content | null; approvedBy: string | null }

/** The open versions that were started for a law change, by ref: at most 200. */
export async function preparedUpdates(actor: Actor, lawChangeId: number): Promise<PreparedUpdate[]> {
  mayRead(actor)
  const rows = await deskDb().$queryRaw<{ impactId: number; ref: string; number: number; before: unknown }[]>`
    SELECT a.impact_id AS "impactId", m.ref, v.number, w.content AS before
    FROM impact i JOIN impact_answer a ON a.impact_id = i.id JOIN version v ON v.id = a.version_id JOIN measure m ON m.id = i.measure_id
    LEFT JOIN published.version w ON w.ref = m.ref AND w.is_current
    WHERE i.law_change_id = ${lawChangeId} AND i.settled_at IS NULL AND v.state IN ('draft', 'in_review', 'returned', 'approved', 'scheduled')
    ORDER BY m.ref LIMIT 200`
  return Promise.all(
    rows.map(async ({ impactId, ref, number, before }) => {
      const version = await loadVersion(deskDb(), ref, number)
      const approval = await deskDb().approval.findFirst({
        where: { versionId: version.id, digest: version.head.digest },
        orderBy: { id: 'desc' },
      })
      return { impactId, version, before: before === null ? null : readContent(before), approvedBy: approval?.approverName ?? null }
    }),
  )
}

export type AwaitedCommencement = { id: number; actTitle: string; name: string; economy: string | null; date: string }

/** Confirmed law changes that were not yet in force, whose day has come by `today` (ISO), and of which nobody said yet whether they began. */
export async function awaitedCommencements(actor: Actor, today: string): Promise<AwaitedCommencement[]> {
  mayRead(actor)
  const rows = await deskDb().$queryRaw<{ id: number; actTitle: string; kind: string; date: string; economy: string | null }[]>`
    SELECT l.id, t.title AS "actTitle", l.kind, l.date, t.economy_code AS economy
    FROM law_change l JOIN law_change_decision d ON d.law_change_id = l.id AND d.confirmed
    JOIN act c ON c.id = l.act_id JOIN act t ON t.id = coalesce(c.merged_into_id, c.id)
    WHERE l.not_yet_in_force AND first_day(l.date) <= ${today}::date AND NOT EXISTS (SELECT FROM commencement k WHERE k.law_change_id = l.id)
    ORDER BY first_day(l.date), l.id LIMIT 200`
  return rows.map(({ kind, date, ...row }) => ({ ...row, date, name: nameOfChange({ kind, date }) }))
}

/** What law changes ask of the actor: proposals of others to confirm, commencements, their own impacts, and “not affected” to check. */
export async function waitingLawChanges(actor: Actor, now: Date) {
  const decides = may(actor, 'decide law change', null)
  const [proposals, commencements, impacts, toCheck] = await Promise.all([
    decides ? lawChanges(actor, { state: 'proposed' }) : null,
    awaitedCommencements(actor, now.toISOString().slice(0, 10)),
    impactWorklist(actor, { personId: actor.id }, now),
    decides ? impactWorklist(actor, { show: 'to check' }, now) : null,
  ])
  return {
    proposals: proposals?.items.filter(({ mine }) => !mine) ?? [],
    commencements: commencements.filter(({ economy }) => may(actor, 'confirm commencement', economy)),
    impacts,
    toCheck,
  }
}
