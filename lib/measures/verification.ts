// Verification: how long ago a published text was checked against its sources, and when it is due again. It reads no data and no clock: days are ISO days of UTC.
import { partialDate, precisionOf } from '#lib/timeline/partial-date.ts'

/** A measure by the age of its check: `since` is the last check, or (`checked` false) the day of its first publication. */
export type CheckLine = {
  ref: string
  economy: string
  economyName: string
  subPillar: string
  title: string
  since: string
  checked: boolean
  /** After how many months it is due again. */
  months: number
  dueOn: string
}

/** The measures of one economy in one pillar: how many, how many days since they were checked (the middle one and the oldest), how many are due. */
export type AgeCell = {
  economy: string
  pillar: number
  measures: number
  medianDays: number
  oldestDays: number
  unchecked: number
  due: number
}

/** The age in whole months, of which twelve are 365.25 days. */
export const monthsOf = (days: number): number => Math.max(0, Math.floor(days / (365.25 / 12)))

/** Steps of the heat map: how dark a cell is. The number in the cell says the same. */
export const ageSteps = [
  { from: 0, label: 'under 3 months' },
  { from: 3, label: '3 to 5 months' },
  { from: 6, label: '6 to 11 months' },
  { from: 12, label: '12 to 23 months' },
  { from: 24, label: '2 years and more' },
] as const

export const stepOf = (days: number): number => ageSteps.findLastIndex(({ from }) => monthsOf(days) >= from)

/** Whether it is a day of the calendar, `2026-11-24`. */
export const isDay = (text: string): boolean => partialDate.safeParse(text).success && precisionOf(text) === 'day'
