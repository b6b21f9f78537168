// What was done in the database, month by month, or year by year where the last months tell nothing: new measures, amendments, what was mended, what was withdrawn. It reads no data.
import { type Bars, barsOf } from './bars.ts'

export const activitySeries = ['New', 'Amended', 'Corrected, reclassified or reworded', 'Withdrawn'] as const

/** `series` is a place in `activitySeries`; `at` a month such as `2026-11`. */
export type ActivityCount = { at: string; series: number; count: number }

/** How many months are told, the present one among them. */
export const activityMonths = 36

/** The first of the months that are told, as its first day. */
export const activitySince = (today: string): string => firstOf(today, activityMonths)

/** The first day of the first of so many months, of which that of `today` is the last. */
function firstOf(today: string, months: number): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10)
}

/** The same months by year, from the first in which something happened to the present one. Null when nothing ever did. */
export const activityByYear = (counts: readonly ActivityCount[], today: string): Bars | null =>
  counts.length === 0
    ? null
    : barsOf(
        activitySeries,
        counts.map((one) => ({ ...one, at: one.at.slice(0, 4) })),
        today.slice(0, 4),
      )

/** The bars from the first month in which something happened, and of the last year at least: one bar alone compares nothing. Null when nothing did. */
export const activityBars = (counts: readonly ActivityCount[], today: string): Bars | null =>
  counts.length === 0 ? null : barsOf(activitySeries, counts, today.slice(0, 7), firstOf(today, 12).slice(0, 7))
