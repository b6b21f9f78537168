// What was done in the database, month by month: new measures, amendments, what was mended, what was withdrawn. It reads no data.
import { type Bars, barsOf } from './bars.ts'

export const activitySeries = ['New', 'Amended', 'Corrected, reclassified or reworded', 'Withdrawn'] as const

/** `series` is a place in `activitySeries`; `at` a month such as `2026-11`. */
export type ActivityCount = { at: string; series: number; count: number }

/** How many months are told, the present one among them. */
export const activityMonths = 36

/** The first of the months that are told, as its first day. */
export function activitySince(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return new Date(Date.UTC(year, month - activityMonths, 1)).toISOString().slice(0, 10)
}

/** The bars from the first month in which something happened; null when nothing did. */
export const activityBars = (counts: readonly ActivityCount[], today: string): Bars | null =>
  counts.length === 0 ? null : barsOf(activitySeries, counts, today.slice(0, 7))
