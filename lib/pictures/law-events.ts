// The legal events of an economy by year. Every partial date lies within one year, so none has to be made finer to be counted.
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import { type Bars, barsOf } from './bars.ts'

export type EventCount = { year: string; kind: LegalEventKind; count: number }

export const eventSeries = ['Began', 'Changed', 'Reported', 'Ended'] as const

const seriesOf: Record<LegalEventKind, number> = {
  since: 0,
  adopted: 0,
  signed: 0,
  'entry into force': 0,
  enforcement: 0,
  amended: 1,
  replaced: 1,
  reported: 2,
  occurred: 2,
  repealed: 3,
  expired: 3,
  suspended: 3,
}

/** Bars of the years; those after the present one are ahead. */
export const eventBars = (counts: readonly EventCount[], today: string): Bars =>
  barsOf(
    eventSeries,
    counts.map(({ year, kind, count }) => ({ at: year, series: seriesOf[kind] ?? 1, count })),
    today.slice(0, 4),
  )
