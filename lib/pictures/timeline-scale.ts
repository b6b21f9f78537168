// Where days stand on the drawing of timelines, in percent of its width. It draws nothing and reads no clock.
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { boundsOf, precisionOf, renderDate } from '#lib/timeline/partial-date.ts'

export type Scale = { first: string; last: string; place: (day: string) => number; ticks: { year: number; at: number }[] }

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const yearOf = (day: string): number => Number(day.slice(0, 4))
const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500]

/** One scale for all events of a measure, from the year of the first to the end of the last or today's. */
export function scaleOf(events: readonly LegalEvent[], today: string): Scale {
  const bounds = events.map(({ date }) => boundsOf(date))
  const firstYear = Math.min(yearOf(today), ...bounds.map(({ first }) => yearOf(first)))
  const lastYear = Math.max(yearOf(today), ...bounds.map(({ last }) => yearOf(last)))
  const years = lastYear - firstYear + 1
  const first = `${String(firstYear).padStart(4, '0')}-01-01`
  const last = `${String(lastYear + 1).padStart(4, '0')}-01-01`
  const [from, to] = [dayNumber(first), dayNumber(last)]
  const place = (day: string) => Math.round(((Math.min(Math.max(dayNumber(day), from), to) - from) / (to - from)) * 10_000) / 100
  const step = steps.find((size) => years / size <= 6) ?? 1000
  const ticks = Array.from({ length: years }, (_, index) => firstYear + index)
    .filter((year) => year % step === 0 || years === 1)
    .map((year) => ({ year, at: place(`${year}-01-01`) }))
    .filter(({ at }) => at <= 88)
  return { first, last, place, ticks }
}

/** The span of a partial date on the scale: a year is wide, a month narrow, a day a line. */
export function spanOf({ date }: LegalEvent, scale: Scale): { x: number; width: number; middle: number } {
  const { first, last } = boundsOf(date)
  const [x, end] = [scale.place(first), scale.place(nextDay(last))]
  return { x, width: Math.max(0.05, Math.round((end - x) * 100) / 100), middle: (x + end) / 2 }
}

export function nextDay(day: string): string {
  return new Date((dayNumber(day) + 1) * 86_400_000).toISOString().slice(0, 10)
}

export type Mark = { event: LegalEvent; x: number; width: number; label: string | null; at: number; lane: 0 | 1 }

const room = { year: 7, month: 12, day: 15 } as const

/** The events as marks. A date is written above its mark in the first of two lanes that has room; the list under the drawing has them all. */
export function marksOf(events: readonly LegalEvent[], scale: Scale): Mark[] {
  const taken = [-100, -100]
  const marks: Mark[] = []
  for (const event of events.toSorted((a, b) => (boundsOf(a.date).first < boundsOf(b.date).first ? -1 : 1))) {
    const { x, width, middle } = spanOf(event, scale)
    const wide = room[precisionOf(event.date)]
    const at = Math.min(Math.max(middle, wide / 2), 100 - wide / 2)
    const lane = taken.findIndex((end) => at - wide / 2 >= end)
    if (lane >= 0) taken[lane] = at + wide / 2
    marks.push({ event, x, width, label: lane < 0 ? null : short(event.date), at, lane: lane === 1 ? 1 : 0 })
  }
  return marks
}

const short = (date: string): string => renderDate(date).replace(/[A-Z][a-z]{3,}/, (month) => month.slice(0, 3))
