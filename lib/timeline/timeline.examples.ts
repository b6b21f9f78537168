// Timelines without end: what fast-check draws for the property tests. Every event that the schema allows can come out; nothing but tests imports it.
import fc from 'fast-check'
import { daysInMonth, writePartialDate } from './calendar.ts'
import { type LegalEvent, type LegalEventKind, legalEventKinds } from './legal-event.ts'

/** Any partial date of these years, each precision as often. */
export function anyDate(from = 1000, to = 2999): fc.Arbitrary<string> {
  return fc
    .record({
      year: fc.integer({ min: from, max: to }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.nat(30),
      parts: fc.constantFrom(1, 2, 3),
    })
    .map(({ year, month, day, parts }) =>
      writePartialDate({
        year,
        month: parts > 1 ? month : undefined,
        day: parts > 2 ? Math.min(day + 1, daysInMonth(year, month)) : undefined,
      }),
    )
}

/** Any timeline of these kinds and dates, in any order, with any marks. */
export function anyTimeline(options: { kinds?: readonly LegalEventKind[]; date?: fc.Arbitrary<string>; maxLength?: number } = {}) {
  const { kinds = legalEventKinds, date = anyDate(), maxLength = 12 } = options
  const event = fc
    .record({ kind: fc.constantFrom(...kinds), date, latest: fc.boolean() })
    .map(({ kind, date, latest }): LegalEvent => (latest ? { kind, date, latest } : { kind, date }))
  return fc.array(event, { maxLength })
}
