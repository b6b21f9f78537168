// What is told of an economy as a whole, through the public role: its numbers beside the others', its events in the law, its checks.

import type { ChangeKind } from '#lib/measures/content.ts'
import { publicRows } from '#lib/system/db.ts'
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { codeOfPlace } from './listing-queries.ts'

/** Current measures by economy and pillar; what there is none of is left out. */
export async function countsByPillar(): Promise<{ economy: string; pillar: number; measures: number }[]> {
  return publicRows`
    SELECT economy_code AS economy, place / 100 AS pillar, count(*)::int AS measures FROM published.listing WHERE is_current GROUP BY 1, 2`
}

/** One event of the law, told once however many measures cite it. */
const eventsOf = (economy: string) => Prisma.sql`
  SELECT DISTINCT ON (coalesce(b ->> 'actRef', b ->> 'title'), e ->> 'kind', e ->> 'date')
    v.ref, b ->> 'title' AS title, b ->> 'actRef' AS "actRef", e ->> 'kind' AS kind, e ->> 'date' AS date
  FROM published.listing l JOIN published.version v ON v.ref = l.ref AND v.number = l.number,
    jsonb_array_elements(v.content -> 'bases') b, jsonb_array_elements(b -> 'events') e
  WHERE l.is_current AND l.economy_code = ${economy}
  ORDER BY coalesce(b ->> 'actRef', b ->> 'title'), e ->> 'kind', e ->> 'date', v.ref`

/** Events in the law of an economy by year and kind. */
export async function eventsByYear(economy: string): Promise<{ year: string; kind: LegalEventKind; count: number }[]> {
  return publicRows`
    SELECT left(date, 4) AS year, kind, count(*)::int AS count FROM (${eventsOf(economy)}) told GROUP BY 1, 2 ORDER BY 1, 2`
}

export type LawEvent = { ref: string; title: string; actRef: string | null; kind: LegalEventKind; date: string }

/** The last events in the law of an economy, what is still ahead first; coarse dates stand at the beginning of what they may mean. */
export async function latestEvents(economy: string, most = 8): Promise<LawEvent[]> {
  return publicRows`SELECT * FROM (${eventsOf(economy)}) told ORDER BY date DESC, kind, title LIMIT ${most}`
}

/** How many current measures of an economy have a recorded check of their text, and the days of the oldest and the newest of these. */
export async function checksOf(economy: string): Promise<{ checked: number; oldest: string | null; newest: string | null }> {
  const [row] = await publicRows<{ checked: number; oldest: string | null; newest: string | null }>`
    SELECT count(c.checked_on)::int AS checked, min(c.checked_on)::text AS oldest, max(c.checked_on)::text AS newest
    FROM published.listing v CROSS JOIN LATERAL (SELECT max(checked_on) AS checked_on FROM published.verification k WHERE k.ref = v.ref AND k.number = v.number) c
    WHERE v.is_current AND v.economy_code = ${economy}`
  return row ?? { checked: 0, oldest: null, newest: null }
}

export type LatestChange = { ref: string; number: number; at: string; changeKind: ChangeKind | null; subPillar: string }

/** The current versions of an economy that were published last, newest first. */
export async function latestChanges(economy: string, most = 5): Promise<LatestChange[]> {
  const rows = await publicRows<Omit<LatestChange, 'at'> & { at: Date }>`
    SELECT v.ref, v.number, v.published_at AS at, nullif(v.change_kind, 'first') AS "changeKind", s.name AS "subPillar"
    FROM published.listing v JOIN published.sub_pillar s ON s.code = ${codeOfPlace(Prisma.sql`v.place`)}
    WHERE v.is_current AND v.economy_code = ${economy} ORDER BY v.published_at DESC, v.ref LIMIT ${most}`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
