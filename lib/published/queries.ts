// Reads of what the world may see, through the public role, which can read nothing else.
import { reviewSentence } from '#lib/law-changes/law-change.ts'
import { type Comparison, compareContents } from '#lib/measures/compare.ts'
import { readPublished } from '#lib/measures/content.ts'
import { isRef } from '#lib/measures/measure.ts'
import { type Clock, dayOf, systemClock } from '#lib/system/clock.ts'
import { publicRows } from '#lib/system/db.ts'
import { env } from '#lib/system/env.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { lastDayOf } from './clock-day.ts'
import { emergencyOfVersion } from './emergency-queries.ts'
import type { LawState, MeasureFilter } from './filters.ts'
import { asksWordsAlone, codeOfPlace, inForceOf, pageSql, type Question, questionOf, totalSql } from './listing-queries.ts'
import { measureTextOf } from './measure-text.ts'
import { type Names, publishedNames } from './name-queries.ts'
import type { EconomyList, Emergency, MeasureList, PillarList, PublishedMeasure, VersionList } from './schema.ts'
import { askedBy } from './search-queries.ts'

type Row = {
  ref: string
  number: number
  economy: string
  content: unknown
  digest: string
  authors: string[]
  approvedBy: string
  publishedAt: Date
  publishedUntil: Date | null
  isCurrent: boolean
  withdrawnAt: Date | null
  withdrawnReason: string | null
  verifiedOn: string | null
  verifiedBy: string | null
  emergency: Emergency
  notices: { actRef: string; actTitle: string; kind: string; date: string }[] | null
}

type Listed = Row & { lawState: LawState | null }

const columns = Prisma.sql`
  v.ref, v.number, v.economy_code AS economy, v.content, v.digest, v.authors, coalesce(nullif(v.approved_by, ''), y.approved ->> 'by', '') AS "approvedBy", v.published_at AS "publishedAt",
  upper(v.published_during) AS "publishedUntil", v.is_current AS "isCurrent", w.withdrawn_at AS "withdrawnAt", w.reason AS "withdrawnReason",
  c.checked_on::text AS "verifiedOn", c.verifier_name AS "verifiedBy", n.notices, to_jsonb(y) AS emergency`
const further = Prisma.sql`
  LEFT JOIN published.withdrawal w ON w.ref = v.ref AND w.number = v.number
  LEFT JOIN LATERAL (${emergencyOfVersion}) y ON true
  LEFT JOIN LATERAL (
    SELECT checked_on, verifier_name FROM published.verification k WHERE k.ref = v.ref AND k.number = v.number
    ORDER BY checked_on DESC, id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('actRef', k.act_ref, 'actTitle', k.act_title, 'kind', k.kind, 'date', k.date) ORDER BY k.since, k.date) AS notices
    FROM published.review_notice k WHERE v.is_current AND k.ref = v.ref) n ON true`

function toMeasure(row: Row, names: Names): PublishedMeasure {
  const economy = names.economies.find(({ code }) => code === row.economy) ?? { code: row.economy, name: row.economy }
  const content = readPublished(row.content)
  const self = `/api/v1/measures/${row.ref}`
  const html = `/measures/${row.ref}`
  return {
    ref: row.ref,
    ...measureTextOf(content, economy, names),
    version: {
      number: row.number,
      publishedAt: row.publishedAt.toISOString(),
      publishedUntil: row.publishedUntil?.toISOString() ?? null,
      changeKind: content.changeKind,
      changeNote: content.changeNote,
      state: stateOf(row),
      digest: row.digest,
      authors: row.authors,
      approvedBy: row.approvedBy,
      emergency: row.emergency,
    },
    withdrawn: row.withdrawnAt && row.withdrawnReason !== null ? { at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason } : null,
    lastVerifiedOn: row.verifiedOn,
    lastVerifiedBy: row.verifiedBy,
    changesUnderReview: (env.showReviewNotices ? (row.notices ?? []) : []).map(({ actTitle, ...notice }) => ({
      ...notice,
      sentence: reviewSentence({ actTitle, date: notice.date }),
    })),
    links: { self, html, version: `${html}/versions/${row.number}`, versions: `${self}/versions` },
  }
}

const stateOf = (row: Pick<Row, 'isCurrent' | 'withdrawnAt'>) =>
  row.withdrawnAt ? 'withdrawn' : row.isCurrent ? 'published' : 'superseded'

const isNumber = (number: number): boolean => Number.isSafeInteger(number) && number >= 1 && number <= 1_000_000

/**
 * The measures that a filter asks for. With `after` by ref, from that ref on ('' is the beginning): an order that no publication disturbs,
 * for who reads everything. `clock` tells on which day the state of the law is asked when the filter names none.
 */
export async function findMeasures(filter: MeasureFilter, after?: string, clock: Clock = systemClock): Promise<MeasureList> {
  const question = questionOf(filter, await askedBy(filter.q, asksWordsAlone(filter) ? 'all' : 'few'), dayOf(clock))
  // One statement for page and total, which stands in a row of its own where the page is empty.
  const [names, rows] = await Promise.all([
    publishedNames(),
    publicRows<(Listed | { ref: null }) & { total: number }>`
      SELECT ${columns}, p.law_state AS "lawState", t.total FROM (${totalSql(question)}) t LEFT JOIN (${pageSql(question, after)}) p ON true
      LEFT JOIN published.version v ON v.ref = p.ref AND v.number = p.number ${further} ORDER BY p.turn`,
  ])
  const items = rows.flatMap((row) => (row.ref === null ? [] : [itemOf(row, names)]))
  return { items, total: rows[0]?.total ?? 0, page: filter.page, perPage: filter.perPage }
}

/** The page of measures that answers a question, in its order. */
export async function measuresOfPage(question: Question, after?: string): Promise<MeasureList['items']> {
  const [names, found] = await Promise.all([
    publishedNames(),
    publicRows<Listed>`
      SELECT ${columns}, p.law_state AS "lawState" FROM (${pageSql(question, after)}) p JOIN published.version v ON v.ref = p.ref AND v.number = p.number ${further} ORDER BY p.turn`,
  ])
  return found.map((row) => itemOf(row, names))
}

function itemOf(row: Listed, names: Names): MeasureList['items'][number] {
  const inForce = inForceOf(row.lawState)
  return inForce === undefined ? toMeasure(row, names) : { ...toMeasure(row, names), inForce }
}

/** A measure as its current version says or, withdrawn, as its last did (`withdrawn` says why); null when the world knows none. */
export async function getMeasure(ref: string): Promise<PublishedMeasure | null> {
  if (!isRef(ref)) return null
  const found = await publicRows<Row>`
    SELECT ${columns} FROM published.version v JOIN published.measure m ON m.ref = v.ref AND m.version_number = v.number ${further} WHERE v.ref = ${ref}`
  return found[0] ? toMeasure(found[0], await publishedNames()) : null
}

/** A measure as one published version of it says, whatever came later; null when the world knows none. */
export async function getVersion(ref: string, number: number): Promise<PublishedMeasure | null> {
  if (!isRef(ref) || !isNumber(number)) return null
  const found = await publicRows<Row>`SELECT ${columns} FROM published.version v ${further} WHERE v.ref = ${ref} AND v.number = ${number}`
  return found[0] ? toMeasure(found[0], await publishedNames()) : null
}

/** A measure as this database said at the end of a day, month or year; null when it said nothing of it then. */
export async function getMeasureAsOf(ref: string, asOf: string): Promise<PublishedMeasure | null> {
  if (!isRef(ref)) return null
  const moment = Prisma.sql`((${lastDayOf(asOf)}::date + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 microsecond')`
  const found = await publicRows<Row>`
    SELECT ${columns} FROM published.version v ${further} WHERE v.ref = ${ref} AND v.published_during @> ${moment}`
  return found[0] ? toMeasure(found[0], await publishedNames()) : null
}

/** The published versions of a measure, newest first, at most 500; null when the world knows none. */
export async function listVersions(ref: string): Promise<VersionList | null> {
  if (!isRef(ref)) return null
  const found = await publicRows<Omit<Row, 'content'> & { changeKind: PublishedMeasure['version']['changeKind']; changeNote: string }>`
    SELECT v.ref, v.number, v.published_at AS "publishedAt", upper(v.published_during) AS "publishedUntil", v.is_current AS "isCurrent",
      w.withdrawn_at AS "withdrawnAt", v.content ->> 'changeKind' AS "changeKind", v.content ->> 'changeNote' AS "changeNote", to_jsonb(y) AS emergency
    FROM published.version v ${further} WHERE v.ref = ${ref} ORDER BY v.number DESC LIMIT 500`
  if (found.length === 0) return null
  return {
    ref,
    items: found.map((row) => ({
      number: row.number,
      publishedAt: row.publishedAt.toISOString(),
      publishedUntil: row.publishedUntil?.toISOString() ?? null,
      changeKind: row.changeKind,
      changeNote: row.changeNote,
      state: stateOf(row),
      emergency: row.emergency,
      links: { self: `/api/v1/measures/${ref}/versions/${row.number}`, html: `/measures/${ref}/versions/${row.number}` },
    })),
  }
}

/** All economies by name, each with its number of current measures. */
export async function listEconomies(): Promise<EconomyList> {
  const [{ economies }, counts] = await Promise.all([
    publishedNames(),
    publicRows<{ code: string; measures: number }>`
      SELECT economy_code AS code, count(*)::int AS measures FROM published.listing WHERE is_current GROUP BY 1`,
  ])
  const measures = new Map(counts.map(({ code, measures }) => [code, measures]))
  return { items: economies.map(({ code, name }) => ({ code, name, measures: measures.get(code) ?? 0 })) }
}

/** The taxonomy with the number of current measures of each pillar and sub-pillar. */
export async function listPillars(): Promise<PillarList> {
  const [{ edition, pillars }, counts] = await Promise.all([
    publishedNames(),
    publicRows<{ code: string; measures: number }>`
      SELECT ${codeOfPlace(Prisma.sql`place`)} AS code, count(*)::int AS measures FROM published.listing WHERE is_current GROUP BY place`,
  ])
  const measures = new Map(counts.map(({ code, measures }) => [code, measures]))
  const items = pillars.map(({ number, name, subPillars }) => {
    const counted = subPillars.map((subPillar) => ({ ...subPillar, measures: measures.get(subPillar.code) ?? 0 }))
    return { number, name, measures: counted.reduce((sum, { measures }) => sum + measures, 0), subPillars: counted }
  })
  return { edition, items }
}

/** What differs between two published versions of a measure, the first taken as the older; null when the world knows one of them not. */
export async function compareVersions(ref: string, from: number, to: number): Promise<Comparison | null> {
  if (!isRef(ref) || !isNumber(from) || !isNumber(to)) return null
  const found = await publicRows<{ number: number; content: unknown }>`
    SELECT number, content FROM published.version WHERE ref = ${ref} AND number IN (${from}, ${to})`
  const content = (number: number) => found.find((row) => row.number === number)?.content
  if (content(from) === undefined || content(to) === undefined) return null
  const names = await publishedNames()
  const nameOf = (code: string) =>
    names.pillars.flatMap(({ subPillars }) => subPillars).find((subPillar) => subPillar.code === code)?.name ?? ''
  return compareContents(readPublished(content(from)), readPublished(content(to)), nameOf)
}

/** Whether the database answers the public role. Never throws. */
export async function answersQueries(): Promise<boolean> {
  return publicRows`SELECT 1`.then(
    () => true,
    () => false,
  )
}
