// Timelines: recording loses nothing and keeps the mark where it belongs; what cannot be right is said in a sentence.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LegalEvent, type LegalEventKind, legalEvent, legalEventKinds } from './legal-event.ts'
import { parseStatement } from './parse-statement.ts'
import { renderStatement } from './render-statement.ts'
import { anyDate, anyTimeline } from './timeline.examples.ts'
import { addEvent, recordAmendment, timelineIssues } from './timeline.ts'

const read = (sentence: string) => parseStatement(sentence).timeline

describe('recording an amendment', () => {
  test.each<[string, string, string, LegalEventKind?]>([
    [
      'Since 2004, as amended in 2016, last amended in September 2022',
      '2025',
      'Since 2004, as amended in 2016, September 2022, last amended in 2025',
    ],
    ['As amended in December 2021', '2025', 'As amended in December 2021, last amended in 2025'],
    ['Since July 2004', '2025-03', 'Since July 2004, last amended in March 2025'],
    ['', '2025', 'Last amended in 2025'],
    ['Since 2004, last amended in 2022', '2025', 'Since 2004, as amended in 2022, last amended in 2025'],
    ['Since 2004, as amended in 2016, last amended in 2022', '2018', 'Since 2004, as amended in 2016, 2018, last amended in 2022'],
    ['Since 2004, last amended in 2022', '2018', 'Since 2004, as amended in 2018, last amended in 2022'],
    ['Since 2004, as amended in 2016, 2022', '2018', 'Since 2004, as amended in 2016, 2018, 2022'],
    ['Since 2004, as amended in 2016, last amended in 2022', '2022-05', 'Since 2004, as amended in 2016, 2022, last amended in May 2022'],
    ['Since 2004, last amended in May 2022', '2022', 'Since 2004, as amended in 2022, last amended in May 2022'],
    ['Since 2004, last amended in 2022', '2022', 'Since 2004, last amended in 2022'],
    [
      'Since 2012, as amended in 2015, enforcement from 2019',
      '2025',
      'Since 2012, as amended in 2015, enforcement from 2019, last amended in 2025',
    ],
    [
      'Since 2008, as amended in 2011, entry into force in 2012, last amended in 2020',
      '2025',
      'Since 2008, as amended in 2011, 2020, entry into force in 2012, last amended in 2025',
    ],
    [
      'Since 2008, as amended in 2011, entry into force in 2012, last amended in 2020',
      '2015',
      'Since 2008, as amended in 2011, 2015, entry into force in 2012, last amended in 2020',
    ],
    ['Since 2004, repealed in 2030', '2025', 'Since 2004, last amended in 2025, repealed in 2030'],
    ['Reported in 2019, last reported in 2022', '2024', 'Reported in 2019, 2022, last reported in 2024', 'reported'],
    ['Since 2004, last amended in 2022', '2024', 'Since 2004, last amended in 2022, repealed in 2024', 'repealed'],
    ['Since 2004, last amended in 2022', '2024', 'Since 2004, last amended in 2022, last replaced in 2024', 'replaced'],
  ])('%j and %s give %j', (before, date, after, kind) => {
    expect(renderStatement(recordAmendment(read(before), date, kind))).toBe(after)
  })

  test('keeps every event, adds exactly the new one, and leaves the timeline it was given alone', () => {
    fc.assert(
      fc.property(
        anyTimeline({ date: anyDate(2015, 2020) }),
        anyDate(2014, 2021),
        fc.constantFrom(...legalEventKinds),
        (timeline, date, kind) => {
          const given = structuredClone(timeline)
          const after = recordAmendment(timeline, date, kind)
          const told = (events: readonly LegalEvent[]) => events.map((event) => `${event.kind} ${event.date}`)
          const known = timeline.some((event) => event.kind === kind && event.date === date)
          expect(told(after).sort()).toEqual([...told(timeline), ...(known ? [] : [`${kind} ${date}`])].sort())
          expect(legalEvent.array().safeParse(after).success).toBe(true)
          expect(timeline).toEqual(given)
          expect(recordAmendment(after, date, kind)).toEqual(after)
          const others = (events: readonly LegalEvent[]) => events.filter((event) => event.kind !== kind)
          expect(others(after)).toEqual(others(timeline))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('one after the other, in any order, gives the same events with the mark on the latest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDate(2015, 2020), { minLength: 1, maxLength: 6 }), (dates) => {
        const after = dates.reduce<LegalEvent[]>((timeline, date) => recordAmendment(timeline, date), [{ kind: 'since', date: '2010' }])
        expect(after.filter(({ latest }) => latest)).toEqual(after.slice(-1))
        expect(timelineIssues(after)).toEqual([])
      }),
    )
  })
})

test('adding an event places it by date, the beginning first', () => {
  const amended: LegalEvent[] = [{ kind: 'amended', date: '2016' }]
  expect(renderStatement(addEvent(amended, { kind: 'since', date: '2016' }))).toBe('Since 2016, as amended in 2016')
  expect(renderStatement(addEvent(read('Since 2004, last amended in 2022'), { kind: 'suspended', date: '2019' }))).toBe(
    'Since 2004, suspended in 2019, last amended in 2022',
  )
})

describe('the issues of a timeline', () => {
  test.each([
    [
      'Since 2004, since 2006',
      1,
      'There are two beginnings, “since 2004” and “since 2006”. Keep one, or say which is the entry into force.',
    ],
    ['Since 2004, as amended in 2003', 1, '“as amended in 2003” cannot be before the beginning, “since 2004”. Check the two dates.'],
    ['Since 2004, repealed in May 2003', 1, '“repealed in May 2003” cannot be before the beginning, “since 2004”. Check the two dates.'],
    [
      'Since 2004, entry into force in 2003',
      1,
      '“entry into force in 2003” cannot be before the beginning, “since 2004”. Check the two dates.',
    ],
    [
      'Since 2004, last amended in 2016, as amended in 2018',
      1,
      'It says “last amended in 2016”, but there is a later one, “as amended in 2018”. Move the mark to the latest.',
    ],
    [
      'Since 2004, repealed in 2010, as amended in 2012',
      2,
      '“as amended in 2012” cannot be after the end, “repealed in 2010”. Check the two dates.',
    ],
    ['Since 2004, as amended in 2012, 2012', 2, '“as amended in 2012” is told twice. Remove one of them.'],
  ])('%j: %i, %s', (sentence, index, message) => {
    expect(timelineIssues(read(sentence))).toEqual([{ index, message }])
  })

  test.each([
    'Since July 2004, as amended in 2004',
    'Since 2004, repealed in 2004',
    'Signed in 2003, adopted in 2004, entry into force in 2005, last amended in 2020',
    'Since 2010, as amended in 2009, since 2005',
    'Since 2004, repealed in 2010, entry into force in 2012, as amended in 2015',
    'Since 2004, last amended in 2022, as amended in 2016',
    'Reported in 2019, last reported in 2022',
    'As amended in 2016, repealed in 2016',
  ])('%j: none that is certain', (sentence) => {
    expect(timelineIssues(read(sentence)).filter(({ message }) => !message.startsWith('There are two'))).toEqual([])
  })

  test('two marks on one date are one too many', () => {
    expect(timelineIssues(read('Last amended in 2016, last amended in 2016')).map(({ index }) => index)).toEqual([0, 1])
  })

  test('name an event of the timeline, whatever it is', () => {
    fc.assert(
      fc.property(anyTimeline({ date: anyDate(2015, 2017) }), (timeline) => {
        for (const { index, message } of timelineIssues(timeline)) {
          expect(timeline[index]).toBeDefined()
          expect(message).toMatch(/\.$/)
        }
      }),
    )
  })
})
