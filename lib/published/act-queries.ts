// The acts that published measures cite, through the public role: of the rest of the register it can read nothing.
import { gramsOf, isActRef } from '#lib/acts/act.ts'
import type { ActRow } from '#lib/acts/act-table.ts'
import { publicRows } from '#lib/system/db.ts'
import { isStorable } from '#lib/system/text.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { getMeasure } from './queries.ts'
import type { PublishedMeasure } from './schema.ts'

/** An event of an act, and where it is written. */
export type PublishedActEvent = LegalEvent & { sourceTitle?: string; sourceUrl?: string }
export type PublishedAct = {
  ref: string
  /** The code of the economy or union whose act it is. */
  owner: string
  belongsTo: string
  title: string
  originalTitle: string
  originalLanguage: string
  number: string
  kind: string
  issuer: string
  url: string
  eli: string
  mergedInto: string | null
  events: PublishedActEvent[]
}

const columns = Prisma.sql`ref, coalesce(economy_code, union_code) AS owner, belongs_to AS "belongsTo", title, original_title AS "originalTitle",
  original_language AS "originalLanguage", number, kind, issuer, url, eli, merged_into AS "mergedInto", events`

/** An act that a published measure cites or cited, or that one of those was merged into; null when the world knows none. */
export async function getAct(ref: string): Promise<PublishedAct | null> {
  if (!isActRef(ref)) return null
  const rows = await publicRows<PublishedAct>`SELECT ${columns} FROM published.act WHERE ref = ${ref}`
  return rows[0] ?? null
}

export type ActFilter = { q?: string | undefined; economy?: string | undefined; page?: number; perPage?: number; after?: string }
const PER_PAGE = 30

/**
 * Acts by title and economy or union, the likeliest first; without words by what they belong to and their title. An economy's are also
 * those of its unions. With `after` by ref, from that ref on ('' is the beginning).
 */
export async function listActs({ q = '', economy, page = 1, perPage = PER_PAGE, after }: ActFilter) {
  const asked = isStorable(q) ? q.trim().toLowerCase().slice(0, 300) : ''
  const words = Prisma.sql`lower(title || ' ' || original_title || ' ' || number || ' ' || ref)`
  const found = Prisma.sql`strpos(${words}, ${asked}) > 0`
  const share = Prisma.sql`(SELECT avg((strpos(' ' || ${words} || ' ', gram) > 0)::int) FROM unnest(${gramsOf(asked)}::text[]) gram)`
  const where = Prisma.join(
    [
      Prisma.sql`NOT is_merged`,
      ...(economy
        ? [
            Prisma.sql`(economy_code = ${economy} OR union_code = ${economy}
              OR union_code IN (SELECT union_code FROM published.union_member WHERE economy_code = ${economy}))`,
          ]
        : []),
      ...(asked ? [Prisma.sql`(${found} OR ${share} >= 0.5)`] : []),
    ],
    ' AND ',
  )
  const usual = asked ? Prisma.sql`${found} DESC, ${share} DESC, ref` : Prisma.sql`belongs_to, title, ref`
  const [onward, order, skip] =
    after === undefined ? [Prisma.sql`true`, usual, (page - 1) * perPage] : [Prisma.sql`ref > ${after}`, Prisma.sql`ref`, 0]
  const [rows, totals] = await Promise.all([
    publicRows<PublishedAct>`
      SELECT ${columns} FROM published.act WHERE ${where} AND ${onward} ORDER BY ${order} LIMIT ${perPage} OFFSET ${skip}`,
    publicRows<{ total: number }>`SELECT count(*)::int AS total FROM published.act WHERE ${where}`,
  ])
  return { items: rows, total: totals[0]?.total ?? 0, page, perPage }
}

/** Every act that the world knows and that stands, in the order of refs as text, 500 in memory at a time. */
export async function* everyPublishedAct(): AsyncGenerator<ActRow> {
  for (let after = ''; ; ) {
    const rows = await publicRows<PublishedAct & { economy: string; union: string }>`
      SELECT ${columns}, coalesce(economy_code, '') AS economy, coalesce(union_code, '') AS union
      FROM published.act WHERE NOT is_merged AND ref > ${after} ORDER BY ref LIMIT 500`
    for (const { owner: _owner, belongsTo: _belongsTo, mergedInto: _mergedInto, kind, events, ...act } of rows) {
      const told = events.map((event) => ({ ...event, sourceTitle: event.sourceTitle ?? '', sourceUrl: event.sourceUrl ?? '' }))
      yield { ...act, kind: kind as ActRow['kind'], events: told }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.ref
  }
}

/** The economies and unions that have an act here, and the members of those unions, by name. */
export async function ownersOfActs(): Promise<{ code: string; name: string }[]> {
  return publicRows`
    WITH act AS MATERIALIZED (SELECT economy_code, union_code, belongs_to FROM published.act WHERE NOT is_merged)
    SELECT coalesce(economy_code, union_code) AS code, belongs_to AS name FROM act
    UNION SELECT e.code, e.name FROM published.economy e
      JOIN published.union_member m ON m.economy_code = e.code WHERE m.union_code IN (SELECT union_code FROM act) ORDER BY name`
}

/** The current measures that rest on an act or on one that was merged into it: 20 to a page. */
export async function measuresOfAct(
  ref: string,
  page: number,
): Promise<{ items: PublishedMeasure[]; total: number; page: number; perPage: number }> {
  const perPage = 20
  if (!isActRef(ref)) return { items: [], total: 0, page, perPage }
  const rows = await publicRows<{ ref: string; total: number }>`
    SELECT v.ref, (count(*) OVER ())::int AS total FROM published.version v
    WHERE v.is_current AND EXISTS (SELECT FROM published.citation c JOIN published.act a ON a.ref = c.act_ref
      WHERE c.ref = v.ref AND c.number = v.number AND (a.ref = ${ref} OR a.merged_into = ${ref}))
    ORDER BY v.ref LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
  const measures = await Promise.all(rows.map((row) => getMeasure(row.ref)))
  return { items: measures.filter((measure) => measure !== null), total: rows[0]?.total ?? 0, page, perPage }
}
