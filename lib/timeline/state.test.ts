// The state on a day: examples, and agreement with every course of days that the events allow, found by trying them all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LegalEvent, Timeline } from './legal-event.ts'
import { parseStatement } from './parse-statement.ts'
import { boundsOf, certainlyBefore } from './partial-date.ts'
import { forcePeriods, type State, stateOn } from './state.ts'
import { anyDate, anyTimeline } from './timeline.examples.ts'

const read = (sentence: string) => parseStatement(sentence).timeline

describe('the state on a day', () => {
  test.each<[string, string, State | State[]]>([
    ['Since July 2004', '2004-06-30', 'not yet in force'],
    ['Since July 2004', '2004-07-01', ['not yet in force', 'in force']],
    ['Since July 2004', '2004-07-30', ['not yet in force', 'in force']],
    ['Since July 2004', '2004-07-31', 'in force'],
    ['Since July 2004, last amended in 2022', '2022-06-01', 'in force'],
    ['Since 2017, entry into force in April 2018', '2018-03-31', 'not yet in force'],
    ['Since 2017, entry into force in April 2018', '2018-04-30', 'in force'],
    ['Since 2012, enforcement from 2019', '2015-01-01', 'in force'],
    ['Since 2005, repealed on 1 January 2023', '2022-12-31', 'in force'],
    ['Since 2005, repealed on 1 January 2023', '2023-01-01', 'ended'],
    ['Since 2005, expired in 2023', '2023-06-01', ['in force', 'ended']],
    ['Since 2005, suspended in 2019', '2020-01-01', 'suspended'],
    ['Since 2005, suspended in 2019, since 2021', '2022-01-01', 'in force'],
    ['Since 2004, repealed in 2004', '2004-06-01', ['not yet in force', 'in force', 'ended']],
    ['Since 2004, repealed in 2004', '2005-01-01', 'ended'],
    ['Since 2004, repealed in July 2004', '2004-08-01', 'ended'],
    ['Signed in November 2017', '2017-10-31', 'not yet in force'],
    ['Signed in November 2017', '2020-01-01', ['not yet in force', 'in force']],
    ['Signed in 2017, repealed in 2020', '2021-01-01', 'ended'],
    ['Last amended in 2020', '1999-01-01', ['not yet in force', 'in force']],
    ['Since 2004, last entry into force in 2010', '2007-01-01', ['not yet in force', 'in force']],
    ['Since 2004, last suspended in 2010', '2007-01-01', ['in force', 'suspended']],
    ['Reported in 2019, last reported in 2022', '2018-12-31', 'not yet known'],
    ['Reported in 2019, last reported in 2022', '2019-05-01', ['not yet known', 'reported']],
    ['Reported in 2019, last reported in 2022', '2020-01-01', 'reported'],
    ['Last reported in 2022', '2020-01-01', ['not yet known', 'reported']],
    ['In December 2015', '2016-01-01', 'occurred'],
    ['In December 2015, suspended in 2017', '2018-01-01', 'suspended'],
    ['', '2016-01-01', ['not yet in force', 'in force']],
  ])('%j on %s: %s', (sentence, day, expected) => {
    const { state, possible, because } = stateOn(read(sentence), day)
    expect(possible).toEqual([expected].flat())
    expect(state).toBe(Array.isArray(expected) ? 'unknown' : expected)
    expect(because === '').toBe(state !== 'unknown')
  })

  test('is never in force by adoption alone', () => {
    expect(stateOn([{ kind: 'adopted', date: '2004' }], '2020-01-01').state).toBe('unknown')
    const known: LegalEvent[] = [
      { kind: 'adopted', date: '2004' },
      { kind: 'entry into force', date: '2006' },
    ]
    expect(stateOn(known, '2005-06-01').state).toBe('not yet in force')
    expect(stateOn(known, '2007-01-01').state).toBe('in force')
  })

  test('says why it is not known', () => {
    expect(stateOn(read('Since July 2004'), '2004-07-05').because).toBe('The day is not known: since July 2004')
    expect(stateOn(read('Signed in 2004'), '2020-07-05').because).toBe('The date of entry into force is not recorded')
    expect(stateOn(read('Since 2004, last suspended in 2010'), '2007-01-01').because).toBe('Earlier events may be unlisted')
  })

  test('needs a day', () => {
    expect(() => stateOn([], '2020-01')).toThrow(RangeError)
    expect(() => stateOn([], 'today')).toThrow(RangeError)
  })
})

/** Every course of days that dates and order allow, as far as it can matter for `day`. */
function* courses(timeline: Timeline, day: string, after = ''): Generator<string[]> {
  const [event, ...rest] = timeline
  if (!event) {
    yield []
    return
  }
  const { first, last } = boundsOf(event.date)
  const stops = timeline.map(({ date }) => boundsOf(date).first)
  const days = new Set([first, last, day, after, ...stops, next(day)].filter((one) => one >= first && one <= last && one >= after))
  for (const one of days) for (const others of courses(rest, day, one)) yield [one, ...others]
}

const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const becomes: Record<string, State> = { since: 'in force', suspended: 'suspended', repealed: 'ended', expired: 'ended' }
const anyDay = fc.integer({ min: 0, max: 365 * 5 }).map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10))
const listedInOrder = (timeline: Timeline) =>
  timeline.every((event, at) => !timeline.slice(at).some((later) => certainlyBefore(later.date, event.date)))

test('the possible states are those of the courses of days that the events allow, no more and no fewer', () => {
  const timelines = anyTimeline({ kinds: ['since', 'suspended', 'repealed', 'expired'], date: anyDate(2016, 2018), maxLength: 4 })
    .map((events) => [{ kind: 'since' as const, date: '2016' }, ...events.map(({ kind, date }): LegalEvent => ({ kind, date }))])
    .map((events) => events.sort((a, b) => (certainlyBefore(a.date, b.date) ? -1 : certainlyBefore(b.date, a.date) ? 1 : 0)))
    .filter(listedInOrder)
  fc.assert(
    fc.property(timelines, anyDay, (timeline, day) => {
      const found = new Set<State>()
      for (const days of courses(timeline, day)) {
        const at = days.findLastIndex((one) => one <= day)
        found.add(at < 0 ? 'not yet in force' : (becomes[(timeline[at] as LegalEvent).kind] as State))
      }
      expect(new Set(stateOn(timeline, day).possible)).toEqual(found)
    }),
    { numRuns: 1000 },
  )
})

test('the periods agree with the state on every day, for every timeline', () => {
  const effective: State[] = ['in force', 'reported', 'occurred']
  const timelines = fc.oneof(
    anyTimeline({ date: anyDate(2016, 2018), maxLength: 6 }),
    anyTimeline({ kinds: ['reported', 'occurred', 'expired'], date: anyDate(2016, 2018), maxLength: 4 }),
  )
  fc.assert(
    fc.property(timelines, fc.array(anyDay, { minLength: 1, maxLength: 10 }), (timeline, days) => {
      const { certain, possible } = forcePeriods(timeline)
      const turns = timeline.flatMap(({ date }) => Object.values(boundsOf(date)).flatMap((day) => [day, next(day)]))
      for (const day of [...days, ...turns]) {
        const on = stateOn(timeline, day)
        const within = (ranges: typeof certain) => ranges.some(({ from, to }) => (from ?? '') <= day && (to === null || day < to))
        expect(on.possible.length).toBeGreaterThan(0)
        expect(within(certain)).toBe(on.possible.every((state) => effective.includes(state)))
        expect(within(possible)).toBe(on.possible.some((state) => effective.includes(state)))
      }
      for (const ranges of [certain, possible])
        ranges.forEach(({ from, to }, index) => {
          expect((from ?? '') < (to ?? '9')).toBe(true)
          expect(index === 0 || (ranges[index - 1]?.to ?? '9') < (from ?? '')).toBe(true)
        })
    }),
    { numRuns: 1000 },
  )
})

test('the periods of a law that ended in a month', () => {
  expect(forcePeriods(read('Since July 2004, repealed in January 2023'))).toEqual({
    certain: [{ from: '2004-07-31', to: '2023-01-01' }],
    possible: [{ from: '2004-07-01', to: '2023-01-31' }],
  })
  expect(forcePeriods(read('Last amended in 2020'))).toEqual({ certain: [], possible: [{ from: null, to: null }] })
})
