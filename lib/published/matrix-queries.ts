// What is published of each economy on each sub-pillar, counted in one statement through the public role.
import { publicRows } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { codeOfPlace } from './listing-queries.ts'

export type PlaceCount = { economy: string; subPillar: string; measures: number; changed: string; checked: string | null }

/** Current measures by economy and sub-pillar, with the days (UTC) of the last publication and of the last recorded check among them. */
export async function countsByPlace(): Promise<PlaceCount[]> {
  return publicRows<PlaceCount>`
    SELECT v.economy_code AS economy, ${codeOfPlace(Prisma.sql`v.place`)} AS "subPillar", count(*)::int AS measures,
      to_char(max(v.published_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS changed, max(c.checked_on)::text AS checked
    FROM published.listing v
      LEFT JOIN (SELECT ref, number, max(checked_on) AS checked_on FROM published.verification GROUP BY 1, 2) c ON c.ref = v.ref AND c.number = v.number
    WHERE v.is_current GROUP BY v.economy_code, v.place`
}
