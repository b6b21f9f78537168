// A written date: the ways in which people write a date inside a text. What has two readings is refused here, never guessed.
import { existsInCalendar, monthNames, writePartialDate } from './calendar.ts'

/** What a regular expression must put between [ ] to match every blank, also those that paste brings and nobody sees. */
export const invisible = String.raw`\s\u200b-\u200d\u2060\u00ad`

const gap = `[${invisible}]*`
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})'
const day = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)'
const beforeMonth = `\\.?${gap}(?:(?:[/-]|of(?!\\p{L}))${gap})?`
const beforeYear = `\\.?${gap}(?:(?:[,/-]|of(?!\\p{L}))${gap})?`
const end = '(?![\\p{L}\\p{N}]|[./–—-]\\d)' // `2016/17`, `2015-2017` and `2016a` hold no date

type Reading = { date: string | null; problem: string | null }
type Groups = readonly (string | undefined)[]

const forms: readonly { pattern: RegExp; read: (groups: Groups) => Reading }[] = [
  form('(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?', ([, y, m, d]) => only(y, m, d)),
  form('(\\d{4})([./])(\\d{1,2})\\2(\\d{1,2})', ([, y, , m, d]) => only(y, m, d)),
  form('(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})', ([, a, , b, y]) => eitherWay(y, a, b)),
  form('(\\d{1,2})[./-](\\d{4})', ([, m, y]) => only(y, m)),
  form(`${day + beforeMonth + month + beforeYear}(\\d{4})`, ([, d, m, y]) => only(y, monthNumber(m), d)),
  form(`${month + beforeMonth + day + beforeYear}(\\d{4})`, ([, m, d, y]) => only(y, monthNumber(m), d)),
  form(`${month + beforeYear}(\\d{4})`, ([, m, y]) => only(y, monthNumber(m))),
  form('(\\d{4})', ([, y]) => only(y)),
]

const monthAlone = new RegExp(month, 'iuy')

/**
 * The date that is written at exactly this offset of a text, with the offset of its end. Null when nothing there has the shape of a date;
 * `date` null and `problem` a sentence when it has the shape, but does not exist or can be read in two ways. Linear in the length read.
 */
export function readDateAt(text: string, start: number): (Reading & { end: number }) | null {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (found) return { ...read(found), end: pattern.lastIndex }
  }
  return null
}

/** The month, 1 to 12, whose name stands alone at this offset (`May` of `May and June 2020`), with the offset of its end; or null. */
export function readMonthAt(text: string, start: number): { month: number; end: number } | null {
  monthAlone.lastIndex = start
  const found = monthAlone.exec(text)
  return found ? { month: monthNumber(found[1]), end: monthAlone.lastIndex } : null
}

function form(pattern: string, read: (groups: Groups) => Reading) {
  return { pattern: new RegExp(pattern + end, 'iuy'), read }
}

function monthNumber(name = ''): number {
  return monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

function only(year: unknown, month?: unknown, day?: unknown): Reading {
  const parts = {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  }
  if (existsInCalendar(parts)) return { date: writePartialDate(parts), problem: null }
  return { date: null, problem: 'is not a date of the calendar' }
}

function eitherWay(year: unknown, a: unknown, b: unknown): Reading {
  const dates = [only(year, b, a).date, only(year, a, b).date].filter((date) => date !== null)
  if (new Set(dates).size > 1) return { date: null, problem: 'can be read as two different days: write the month as a word' }
  return dates[0] === undefined ? only(year, b, a) : { date: dates[0], problem: null }
}
