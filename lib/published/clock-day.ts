// The two clocks of a question: the day, month or year whose record is read, and that whose law is asked for. It reads no clock.
import { z } from '#lib/system/zod.ts'
import { daysInMonth } from '#lib/timeline/calendar.ts'
import { boundsOf, precisionOf, renderDate } from '#lib/timeline/partial-date.ts'

const notADay = 'Not a day, month or year: write it as 2023-05-01, 2023-05 or 2023'

/** `2023-05-01`, `2023-05` or `2023`. PostgreSQL's calendar has no year 0. */
export const clockDay = z.string().refine((text) => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (year === undefined || year === '0000') return false
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)))
}, notADay)

export type Clocks = { asOf?: string | undefined; inForceOn?: string | undefined }

/** The last day of what `asOf` names: the record is read as it stood at its end. */
export const lastDayOf = (day: string): string => boundsOf(day).last

/** What is being looked at, as a sentence; null for the record of today without a day of the law. */
export function clockSentence({ asOf, inForceOn }: Clocks): string | null {
  if (asOf === undefined && inForceOn === undefined) return null
  const record =
    asOf === undefined
      ? 'What this database says today'
      : precisionOf(asOf) === 'day'
        ? `What this database said on ${renderDate(asOf)}`
        : `What this database said at the end of ${renderDate(asOf)}`
  return inForceOn === undefined ? `${record}.` : `${record} about the law in force ${onDay(inForceOn)}.`
}

/** `on 1 June 2019`, `in June 2019`, `in 2019`. */
export const onDay = (day: string): string => `${precisionOf(day) === 'day' ? 'on' : 'in'} ${renderDate(day)}`

/** What `certainly` and `possibly` mean of such a day. */
export function possiblySentence(inForceOn: string): string {
  return precisionOf(inForceOn) === 'day'
    ? 'Possibly in force on that day: nothing dates it finely enough to be sure.'
    : `Possibly in force ${onDay(inForceOn)}: on some days of it only, or nothing dates it finely enough to be sure.`
}
