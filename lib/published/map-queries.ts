// How many measures each economy had on a day, by either clock, through the public role. The same day in a list finds the same measures.
import { publicRows } from '#lib/system/db.ts'

export type EconomyCount = { economy: string; measures: number; certain: number }

/** Law time: current measures that were in force on an ISO day, or possibly so; `certain` counts those that certainly were. */
export async function countsInForce(day: string): Promise<EconomyCount[]> {
  return publicRows<EconomyCount>`
    SELECT economy_code AS economy, count(*)::int AS measures, (count(*) FILTER (WHERE in_force @> ${day}::date))::int AS certain
    FROM published.listing WHERE is_current AND maybe_in_force @> ${day}::date GROUP BY 1`
}

/** Record time: what this database had published at the end of an ISO day (UTC). */
export async function countsAsOf(day: string): Promise<EconomyCount[]> {
  return publicRows<EconomyCount>`
    SELECT economy_code AS economy, count(*)::int AS measures, count(*)::int AS certain
    FROM published.listing, LATERAL (SELECT (${day}::date + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 microsecond' AS moment) day_end
    WHERE published_at <= moment AND (published_until IS NULL OR published_until > moment) GROUP BY 1`
}

/** The year (UTC) in which the first version was published; null while none is. */
export async function firstPublicationYear(): Promise<number | null> {
  const [row] = await publicRows<{ year: number | null }>`
    SELECT extract(year FROM min(published_at) AT TIME ZONE 'UTC')::int AS year FROM published.version`
  return row?.year ?? null
}
