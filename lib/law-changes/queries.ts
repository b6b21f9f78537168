// The desk's reads of law changes, impacts and what can be released. Every one names the actor who reads; none changes anything.
import { may } from '#lib/accounts/permissions.ts'
import { type Content, readContent } from '#lib/measures/content.ts'
import { loadVersion, type OneVersion } from '#lib/measures/queries.ts'
import { isEditable, isOpen } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { awaitedCommencements, awaitedEvents } from './awaited-queries.ts'
import { impactWorklist, mayRead } from './impact-queries.ts'
import { type LawChangeState, nameOfChange, stateOfLawChange } from './law-change.ts'
import { type Rewriting, rewritten } from './rewriting.ts'
import { actRefsOf, loadImpact, loadLawChange } from './store.ts'

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
  // What is rewritten is the open version, where there is one: a person goes on with its text, once it is taken back if it has to be.
  const goesOn = impact.state === 'open' ? open : undefined
  const shown = goesOn ?? stands
  const version = shown ? await loadVersion(deskDb(), impact.ref, shown.number) : null
  const before: Content | null = version?.head.content ?? null
  return {
    ...impact,
    lawChange,
    open: open ?? null,
    waits: goesOn && !isEditable(goesOn.state) ? version : null,
    isPublished: published !== undefined,
    goesOn: goesOn?.number ?? null,
    before,
    proposed: before && rewritten(goesOn ? before : { ...before, changeKind: null, changeNote: '' }, asks),
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

/** What law changes ask of the actor: proposals of others to confirm, commencements, their own impacts, and “not affected” to check. */
export async function waitingLawChanges(actor: Actor, now: Date) {
  const decides = may(actor, 'decide law change', null)
  const today = now.toISOString().slice(0, 10)
  const [proposals, commencements, events, impacts, toCheck] = await Promise.all([
    decides ? lawChanges(actor, { state: 'proposed' }) : null,
    awaitedCommencements(actor, today),
    awaitedEvents(actor, today, 'due'),
    impactWorklist(actor, { personId: actor.id }, now),
    decides ? impactWorklist(actor, { show: 'to check' }, now) : null,
  ])
  return {
    proposals: proposals?.items.filter(({ mine }) => !mine) ?? [],
    commencements: commencements.filter(({ economy }) => may(actor, 'confirm commencement', economy)),
    events: events.filter(({ economy }) => may(actor, 'confirm commencement', economy)),
    impacts,
    toCheck,
    me: actor.id,
  }
}
