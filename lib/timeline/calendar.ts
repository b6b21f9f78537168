// The calendar: which dates exist and what months are called. Nothing here reads a clock, a locale or a time zone.

/** The months as the house style writes them, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * The last day of a month of the Gregorian calendar, 28 to 31.
 * Own arithmetic, because edtf 4.11 takes 29 February of a common year for 1 March; the tests hold everything else against edtf.
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A date of the calendar in its parts; `month` is 1 to 12. Without `day` it is a month, without `month` a year. */
export type DateParts = { year: number; month?: number | undefined; day?: number | undefined }

/** Whether the parts name a year, month or day that exists. Years outside 1000–2999 are typing mistakes, not dates of law. */
export function existsInCalendar({ year, month, day }: DateParts): boolean {
  if (year < 1000 || year > 2999) return false
  if (month === undefined) return day === undefined
  if (month < 1 || month > 12) return false
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month))
}

/** The parts as EDTF level 0: `2016`, `2022-09`, `2012-08-16`. */
export function writePartialDate({ year, month, day }: DateParts): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
}
