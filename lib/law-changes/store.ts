// Reads with locks and writes that several commands share: a law change, its impacts, the act's events. They authorise nothing: the command did.
import { putEvents } from '#lib/acts/store.ts'
import { missesChange } from '#lib/measures/confirmed-change.ts'
import { unsettledChanges } from '#lib/measures/law-change-queries.ts'
import { loadVersion, type OneVersion } from '#lib/measures/queries.ts'
import type { Db } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import type { LegalEvent, LegalEventKind } from '#lib/timeline/legal-event.ts'
import { boundsOf } from '#lib/timeline/partial-date.ts'
import { recordAmendment } from '#lib/timeline/timeline.ts'
import { dueAfter, type ImpactState, stateOfImpact } from './impact.ts'
import { nameOfChange } from './law-change.ts'

/** A row's id as it comes from an address or a form: anything else names nothing. */
export const isId = (id: number): boolean => Number.isSafeInteger(id) && id >= 1 && id <= 2_147_483_647

export type LoadedLawChange = Awaited<ReturnType<typeof loadLawChange>>

/** A law change, of which only one person decides at a time when it is locked, with its decision and the act that stands for it now, which is another one after a merge. Throws NotFound. */
export async function loadLawChange(db: Db, id: number, lock: 'lock' | 'read' = 'read') {
  if (!isId(id)) throw new NotFound(`There is no law change ${id}.`)
  if (lock === 'lock') await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('law change', ${id}::bigint))`
  const found = await db.lawChange.findUnique({
    where: { id },
    include: { decision: true, commencement: true, act: { include: { mergedInto: true } } },
  })
  if (!found) throw new NotFound(`There is no law change ${id}.`)
  const { act: cited, ...lawChange } = found
  const act = cited.mergedInto ?? cited
  return { ...lawChange, act, actRef: act.ref ?? '', name: nameOfChange(lawChange) }
}

/** Locks a version that was started for this law change. Throws NotFound, NotAllowed. */
export async function lockUpdate(
  db: Db,
  lawChangeId: number,
  { ref, version: number }: { ref: string; version: number },
): Promise<OneVersion> {
  const version = await loadVersion(db, ref, number, 'lock')
  if (!(await db.impactAnswer.findFirst({ where: { versionId: version.id, impact: { lawChangeId } } })))
    throw new NotAllowed('It was not started for this law change.')
  return version
}

/** The refs of an act and of everything that was merged into it. */
export async function actRefsOf(db: Db, actId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ ref: string }[]>`SELECT ref FROM act_family(${actId})`
  return rows.map(({ ref }) => ref)
}

/** Adds the event of a law change to the act's events, with its source. An event that is there already is left as it is. */
export async function recordActEvent(tx: Db, lawChange: LoadedLawChange): Promise<void> {
  const actId = lawChange.act.id
  await tx.$queryRaw`SELECT id FROM act WHERE id = ${actId} FOR UPDATE`
  const rows = await tx.actEvent.findMany({ where: { actId }, orderBy: { position: 'asc' } })
  const events = rows.map(({ kind, date, latest }): LegalEvent => ({ kind: kind as LegalEventKind, date, ...(latest && { latest }) }))
  const source = { sourceTitle: lawChange.sourceTitle, sourceUrl: lawChange.sourceUrl }
  const next = recordAmendment(events, lawChange.date, lawChange.kind as LegalEventKind).map(({ kind, date, latest }) => {
    const { sourceTitle, sourceUrl } = rows.find((row) => row.kind === kind && row.date === date) ?? source
    return { kind, date, ...(latest && { latest }), sourceTitle, sourceUrl }
  })
  await putEvents(tx, actId, next)
  await tx.act.update({ where: { id: actId }, data: { edition: { increment: 1 } } })
}

/** One impact for every measure whose published version cites the act. Returns how many. */
export async function openImpacts(tx: Db, lawChange: LoadedLawChange, at: Date): Promise<number> {
  const refs = await actRefsOf(tx, lawChange.act.id)
  return tx.$executeRaw`
    INSERT INTO impact (law_change_id, measure_id, economy_code, person_id, due_on, created_at)
    SELECT ${lawChange.id}, m.id, m.economy_code, h.author_id, ${dueAfter(at).toISOString().slice(0, 10)}::date, ${at}
    FROM (SELECT DISTINCT ref, number FROM published.citation WHERE act_ref = ANY(${refs})) c
    JOIN published.measure p ON p.ref = c.ref AND p.version_number = c.number AND p.state = 'published'
    JOIN measure m ON m.ref = c.ref
    JOIN version v ON v.measure_id = m.id AND v.number = c.number
    CROSS JOIN LATERAL (SELECT r.author_id FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) h
    ORDER BY m.id`
}

/**
 * One impact for every confirmed law change that a text about to be public cites the act of and misses, where the measure was never asked: it
 * began to cite the act, or was first published, after the confirmation. Returns what they are called.
 */
export async function openLateImpacts(
  tx: Db,
  { measureId, economy, head }: Pick<OneVersion, 'measureId' | 'economy' | 'head'>,
  at: Date,
): Promise<{ act: string; change: string }[]> {
  const unsettled = await unsettledChanges(tx, measureId, head.content, 'lock')
  const missed = unsettled.filter(
    (change) => !change.asked && head.content.bases.some((basis) => missesChange(basis, change, head.createdAt)),
  )
  if (missed.length > 0)
    await tx.impact.createMany({
      data: missed.map(({ id }) => ({
        lawChangeId: id,
        measureId,
        economyCode: economy,
        personId: head.authorId,
        dueOn: dueAfter(at),
        createdAt: at,
      })),
    })
  return missed.map(({ actTitle, kind, date }) => ({ act: actTitle, change: nameOfChange({ kind, date }) }))
}

/** Keeps which events of a text that is published at this moment lie ahead: once for an act of the register, however many measures cite it. */
export async function awaitEvents(tx: Db, { measureId, head }: Pick<OneVersion, 'measureId' | 'head'>, at: Date): Promise<void> {
  const today = at.toISOString().slice(0, 10)
  const ahead = head.content.bases.flatMap((basis) =>
    basis.kind === 'act' || basis.kind === 'practice'
      ? basis.events.filter(({ date }) => boundsOf(date).first > today).map(({ kind, date }) => ({ basis, kind, date }))
      : [],
  )
  if (ahead.length === 0) return
  const refs = ahead.flatMap(({ basis }) => (basis.kind === 'act' && basis.actRef !== undefined ? [basis.actRef] : []))
  const acts = await tx.act.findMany({ where: { ref: { in: refs } }, select: { id: true, ref: true, mergedIntoId: true } })
  const data = ahead.map(({ basis, kind, date }) => {
    const act = basis.kind === 'act' ? acts.find(({ ref }) => ref === basis.actRef) : undefined
    const of = act ? { actId: act.mergedIntoId ?? act.id } : { measureId, basisId: basis.id }
    return { ...of, title: basis.title, kind, date, createdAt: at }
  })
  await tx.awaitedEvent.createMany({ data, skipDuplicates: true })
}

/** Whose the impacts of a law change are, each person with the refs of their measures. */
export async function impactsByPerson(tx: Db, lawChangeId: number): Promise<{ personId: number; measures: string[] }[]> {
  return tx.$queryRaw`
    SELECT i.person_id AS "personId", array_agg(m.ref ORDER BY m.ref) AS measures
    FROM impact i JOIN measure m ON m.id = i.measure_id WHERE i.law_change_id = ${lawChangeId} GROUP BY 1`
}

/** Settles the impacts that this version was started for, now that it is published. */
export async function settleUpdated(tx: Db, versionId: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE impact SET outcome = 'updated', settled_at = ${at}
    WHERE settled_at IS NULL AND id IN (SELECT impact_id FROM impact_answer WHERE version_id = ${versionId})`
}

export type LoadedImpact = Awaited<ReturnType<typeof loadImpact>>

/** An impact with its measure, its newest answer and where it stands. With `lock`, its row is locked until the transaction ends. Throws NotFound. */
export async function loadImpact(db: Db, id: number, lock: 'lock' | 'read' = 'read') {
  if (!isId(id)) throw new NotFound(`There is no impact ${id}.`)
  if (lock === 'lock') await db.$queryRaw`SELECT id FROM impact WHERE id = ${id} FOR UPDATE`
  const found = await db.impact.findUnique({
    where: { id },
    include: {
      measure: { include: { economy: true } },
      person: { select: { name: true } },
      answers: { orderBy: { id: 'desc' }, take: 1, include: { check: true, version: { select: { number: true, state: true } } } },
    },
  })
  if (!found) throw new NotFound(`There is no impact ${id}.`)
  const { answers, measure, ...impact } = found
  const answer = answers[0] ?? null
  const state: ImpactState = stateOfImpact(impact.outcome, answer && { ...answer, versionState: answer.version?.state ?? null })
  return { ...impact, ref: measure.ref, economy: measure.economyCode, economyName: measure.economy.name, answer, state }
}
