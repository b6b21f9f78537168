import { XMLValidator } from 'fast-xml-parser'
import { parseCsvObjects } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import { activityBars, activityByYear, activitySince } from './activity.ts'
import { barsOf, drawBars } from './bars.ts'
import { barsAsFile } from './bars-drawing.ts'
import { eventBars } from './law-events.ts'
import { barsCsv } from './picture-csv.ts'
import { medianOf, profileOf } from './profile.ts'
import { themed } from './shades.ts'

test.each([
  [[], 0],
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 5], 5],
  [[0, 0, 0, 8], 0],
  [[10, 9, 1, 2], 5.5],
])('the median of %o is %d', (numbers, expected) => expect(medianOf(numbers)).toBe(expected))

test('an economy stands beside those that have measures; none in a pillar counts as 0', () => {
  const counts = [
    { economy: 'KZ', pillar: 8, measures: 7 },
    { economy: 'DE', pillar: 8, measures: 3 },
    { economy: 'JP', pillar: 6, measures: 4 },
  ]
  const pillars = [
    { number: 6, name: 'Six' },
    { number: 8, name: 'Eight' },
  ]
  expect(profileOf(counts, pillars, 'KZ')).toEqual({
    economies: 3,
    max: 7,
    lines: [
      { number: 6, name: 'Six', measures: 0, median: 0 },
      { number: 8, name: 'Eight', measures: 7, median: 3 },
    ],
  })
})

describe('bars', () => {
  const bars = eventBars(
    [
      { year: '2023', kind: 'since', count: 2 },
      { year: '2025', kind: 'amended', count: 1 },
      { year: '2025', kind: 'repealed', count: 1 },
      { year: '2028', kind: 'entry into force', count: 1 },
    ],
    '2026-11-25',
  )
  test('leave no year out, and tell what is ahead', () => {
    expect(bars.bars.map(({ label, parts, ahead }) => `${label} ${parts.join('')} ${ahead}`)).toEqual([
      '2023 2000 false',
      '2024 0000 false',
      '2025 0101 false',
      '2026 0000 false',
      '2027 0000 true',
      '2028 1000 true',
    ])
    expect(bars.max).toBe(2)
  })
  test('of months go over the end of a year', () =>
    expect(barsOf(['A'], [{ at: '2025-11', series: 0, count: 1 }], '2026-02').bars.map(({ label, tick }) => `${label} ${tick}`)).toEqual([
      '2025-11 Nov',
      '2025-12 Dec',
      '2026-01 2026',
      '2026-02 Feb',
    ]))
  test('are never wider than a twelfth of their place', () => {
    const widths = (count: number) =>
      [
        ...drawBars(barsOf(['A'], [{ at: '2026-11', series: 0, count }], '2026-11'), themed, '').text.matchAll(
          /<rect[^>]* width="([\d.]+)%"/g,
        ),
      ].map(([, width]) => Number(width))
    expect(widths(3)).toEqual([6.67])
  })
  test('of nothing are one empty one', () =>
    expect(barsOf(['A'], [], '2026').bars).toEqual([{ label: '2026', parts: [0], ahead: false, tick: '2026' }]))
  test('are well-formed in a page and as a file, and read back from CSV', () => {
    expect(XMLValidator.validate(drawBars(bars, themed, 'Events & "more"').text)).toBe(true)
    const svg = barsAsFile(bars, { title: 'Events', subtitle: '', source: '' }).text
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/var\(/)
    const { data } = parseCsvObjects(barsCsv(bars, 'year'), { header: true })
    expect(data.find(({ year }) => year === '2025')).toMatchObject({ began: '0', changed: '1', reported: '0', ended: '1' })
  })
})

test.each([
  ['2026-11-25', '2023-12-01'],
  ['2026-12-01', '2024-01-01'],
  ['2027-01-31', '2024-02-01'],
])('seen on %s the first month begins on %s', (today, first) => expect(activitySince(today)).toBe(first))

test('one month with something stands among the months of a year, an earlier one begins the picture', () => {
  const once = (at: string) => activityBars([{ at, series: 0, count: 3 }], '2026-11-25')?.bars ?? []
  expect(once('2026-11').map(({ label, parts }) => `${label} ${parts[0]}`)).toEqual([
    '2025-12 0',
    ...Array.from({ length: 10 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')} 0`),
    '2026-11 3',
  ])
  expect([once('2026-01').length, once('2024-06').length]).toEqual([12, 30])
  const written = (at: string) => once(at).flatMap(({ tick }) => tick ?? [])
  expect(written('2026-11').join(' ')).toBe('Dec 2026 Feb Mar Apr May Jun Jul Aug Sep Oct Nov')
  expect(written('2024-06')).toEqual(['2024', '2025', '2026'])
  // Two years cannot be written below one month and the next on a phone.
  expect(written('2024-12')).toEqual(['2025', '2026'])
})

test('nothing in three years is no picture of months; of years it begins with the first, and has those in which nothing happened', () => {
  expect([activityBars([], '2026-11-25'), activityByYear([], '2026-11-25')]).toEqual([null, null])
  const counts = [
    { at: '2022-03', series: 0, count: 2 },
    { at: '2022-11', series: 0, count: 1 },
    { at: '2023-01', series: 3, count: 1 },
  ]
  expect(activityByYear(counts, '2026-11-25')?.bars.map(({ label, parts }) => `${label} ${parts.join(' ')}`)).toEqual([
    '2022 3 0 0 0',
    '2023 0 0 0 1',
    '2024 0 0 0 0',
    '2025 0 0 0 0',
    '2026 0 0 0 0',
  ])
})
