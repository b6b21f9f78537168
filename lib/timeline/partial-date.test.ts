// Partial dates: only real ones, their bounds held against the edtf library, and no reading of a written date that guesses.
import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, certainlyBefore, compareDates, parseDateText, partialDate, precisionOf, renderDate } from './partial-date.ts'
import { anyDate } from './timeline.examples.ts'

describe('a partial date', () => {
  test.each(['2016', '2022-09', '2012-08-16', '2024-02-29', '2000-02-29', '1000', '2999-12-31'])('%s is one', (text) => {
    expect(partialDate.parse(text)).toBe(text)
  })

  test.each([
    ...['2023-02-30', '2023-02-29', '1900-02-29', '2023-13', '2023-00', '2023-04-31', '2023-01-00', '0000', '0999', '3000'],
    ...['', '16', '2016-9', '2016-09-1', '2016/09', '2016~', '2016?', '2016-XX', ' 2016', '2016\n', '2016-09-01T00:00', '٢٠١٦'],
  ])('%j is not', (text) => {
    const result = partialDate.safeParse(text)
    expect(result.success).toBe(false)
    expect(result.error?.issues).toHaveLength(1)
  })

  test('exists for edtf too, and means the same days', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const { min, max } = edtf(date, { level: 0, types: ['Date'] })
        expect(partialDate.parse(date)).toBe(date)
        expect(boundsOf(date)).toEqual({ first: new Date(min).toISOString().slice(0, 10), last: new Date(max).toISOString().slice(0, 10) })
      }),
    )
  })

  test.each([
    ['2016', 'year', '2016', '2016-01-01', '2016-12-31'],
    ['2022-09', 'month', 'September 2022', '2022-09-01', '2022-09-30'],
    ['2024-02', 'month', 'February 2024', '2024-02-01', '2024-02-29'],
    ['2012-08-06', 'day', '6 August 2012', '2012-08-06', '2012-08-06'],
  ])('%s is a %s: %s', (date, precision, text, first, last) => {
    expect(precisionOf(date)).toBe(precision)
    expect(renderDate(date)).toBe(text)
    expect(boundsOf(date)).toEqual({ first, last })
  })

  test('sorts by its first day, the coarser first', () => {
    const sorted = ['2015', '2016', '2016-01', '2016-01-01', '2016-02', '2016-11-30', '2017']
    expect(sorted.toReversed().sort(compareDates)).toEqual(sorted)
    expect(compareDates('2016', '2016')).toBe(0)
  })

  test('is certainly before another only when no day is shared', () => {
    expect(certainlyBefore('2015', '2016-01')).toBe(true)
    expect(certainlyBefore('2016', '2016-12-31')).toBe(false)
    expect(certainlyBefore('2017', '2016')).toBe(false)
  })

  test('anything else is a mistake of the program', () => {
    expect(() => boundsOf('September')).toThrow(RangeError)
  })
})

describe('a written date', () => {
  test.each([
    ...[
      ['Sept 2022', '2022-09'],
      ['9/2022', '2022-09'],
      ['2022-9', '2022-09'],
      ['September, 2022', '2022-09'],
      ['SEP. 2022', '2022-09'],
    ],
    ...[
      ['16 Aug 2012', '2012-08-16'],
      ['August 16, 2012', '2012-08-16'],
      ['16.08.2012', '2012-08-16'],
      ['2012', '2012'],
      ['May 2020', '2020-05'],
    ],
    ...[
      ['16/8/2012', '2012-08-16'],
      ['8/16/2012', '2012-08-16'],
      ['4.4.2012', '2012-04-04'],
      ['2012/03/04', '2012-03-04'],
      ['2012-3-4', '2012-03-04'],
    ],
    ...[
      ['1st of March 2020', '2020-03-01'],
      ['March 3rd, 2020', '2020-03-03'],
      ['16-Aug-2012', '2012-08-16'],
      ['16 August, 2012', '2012-08-16'],
    ],
    ...[
      ['\u00a0 2012\u200b. ', '2012'],
      ['September\u00a02022', '2022-09'],
      ['Feb 29 2024', '2024-02-29'],
      ['September of 2022', '2022-09'],
    ],
  ] as [string, string][])('%j is %s', (text, date) => {
    expect(parseDateText(text)).toBe(date)
  })

  test.each([
    ...[
      '03/04/2012',
      '3.4.2012',
      '03-04-2012',
      '16 Aug 12',
      '16.08.12',
      'Sept 22',
      '9/22',
      '22',
      '2012/13',
      '2011/12',
      '2015-2017',
      '2015–17',
    ],
    ...[
      '30 February 2020',
      'Feb 29 2023',
      '13/2022',
      '0/2022',
      '2022-0',
      'May',
      'circa 2012',
      '2012?',
      '2012 or 2013',
      '2012 2013',
      'Mayor 2012',
    ],
    ...['', '  ', '2012a', 'a2012', '20122', '5 and 6 May 2012', 'Q1 2012', 'spring 2012', '2012-08-16T00:00', 'Sepember 2012', '1 2012'],
  ])('%j is not guessed at', (text) => {
    expect(parseDateText(text)).toBeNull()
  })

  test('in house style is read back as it was', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        expect(parseDateText(renderDate(date))).toBe(date)
      }),
    )
  })

  test('never gains precision: all its digits stand in the text', () => {
    const piece = fc.constantFrom(
      '16',
      '08',
      '8',
      '2012',
      '31',
      '12',
      'May',
      'Sept',
      'february',
      ' ',
      ' ',
      '/',
      '-',
      '.',
      ',',
      'of',
      'th',
      '20',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const text = pieces.join('')
        const date = parseDateText(text)
        if (date === null) return
        expect(partialDate.safeParse(date).success).toBe(true)
        const parts = (text.match(/\d+|[a-z]{3,}/gi) ?? []).length
        expect({ year: 1, month: 2, day: 3 }[precisionOf(date)]).toBeLessThanOrEqual(parts)
      }),
      { numRuns: 1000 },
    )
  })
})
