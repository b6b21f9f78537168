// A partial date: EDTF (ISO 8601-2) of year, month or day precision, as text. It is never made finer than its source.
import { z } from '#lib/system/zod.ts'
import { type DateParts, daysInMonth, existsInCalendar, monthNames, writePartialDate } from './calendar.ts'
import { invisible, readDateAt } from './written-date.ts'

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** `2016`, `2022-09` or `2012-08-16`: a real calendar date of year, month or day precision (EDTF level 0), years 1000 to 2999. */
export const partialDate = z
  .string()
  .regex(shape, { error: 'Not a date: give a year, a month and year, or a day', abort: true })
  .refine((text) => existsInCalendar(partsOf(text)), 'No such date in the calendar')

export type PartialDate = z.infer<typeof partialDate>

export type Precision = 'year' | 'month' | 'day'

/** How fine a partial date is. */
export function precisionOf(date: PartialDate): Precision {
  const { month, day } = partsOf(date)
  if (day !== undefined) return 'day'
  return month === undefined ? 'year' : 'month'
}

/** The first and the last day that a partial date may mean, both inclusive, as ISO days (EDTF level 0): `2022-09` → `2022-09-01`, `2022-09-30`. */
export function boundsOf(date: PartialDate): { first: string; last: string } {
  const { year, month, day } = partsOf(date)
  const lastMonth = month ?? 12
  return {
    first: writePartialDate({ year, month: month ?? 1, day: day ?? 1 }),
    last: writePartialDate({ year, month: lastMonth, day: day ?? daysInMonth(year, lastMonth) }),
  }
}

/** A partial date in house style: `2016`, `September 2022`, `16 August 2012`. */
export function renderDate(date: PartialDate): string {
  const { year, month, day } = partsOf(date)
  const name = month === undefined ? undefined : monthNames[month - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}

/**
 * A date as people type it: `Sept 2022`, `9/2022`, `2022-9`, `September, 2022`, `16 Aug 2012`, `August 16, 2012`, `16.08.2012`, `2012`.
 * Returns null for anything else, and for what could be read in two ways (`03/04/2012`) or has no four-digit year: it never guesses.
 */
export function parseDateText(text: string): PartialDate | null {
  const start = text.search(new RegExp(`[^${invisible}]`, 'u'))
  const found = start < 0 ? null : readDateAt(text, start)
  if (!found || !new RegExp(`^[${invisible}.,;]*$`, 'u').test(text.slice(found.end))) return null
  return found.date
}

/** Orders by the first day that a date may mean, the coarser one first: `2016` < `2016-01` < `2016-01-01` < `2016-02`. For `sort`. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [boundsOf(a), boundsOf(b)]
  if (x.first !== y.first) return x.first < y.first ? -1 : 1
  if (x.last !== y.last) return x.last > y.last ? -1 : 1
  return 0
}

/** Whether `a` is over before `b` can begin, whichever days the two dates mean. */
export function certainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return boundsOf(a).last < boundsOf(b).first
}

function partsOf(date: string): DateParts {
  const found = shape.exec(date)
  if (!found) throw new RangeError(`Not a partial date: ${date.slice(0, 20)}`)
  return { year: Number(found[1]), month: number(found[2]), day: number(found[3]) }
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}
