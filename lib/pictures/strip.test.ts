import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseCsvObjects } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { timelineCsv } from './picture-csv.ts'
import { themed } from './shades.ts'
import { drawStrip } from './strip.ts'
import { stripsAsFile } from './strips-file.ts'
import { scaleOf } from './timeline-scale.ts'

const today = '2026-11-25'
const events: LegalEvent[] = [
  { kind: 'since', date: '2004-07' },
  { kind: 'amended', date: '2016' },
  { kind: 'amended', date: '2022-09', latest: true },
  { kind: 'repealed', date: '2028' },
]
type Shape = Record<string, string>

/** The rectangle of an event, found by the words of its group's text. */
function marks(timeline: LegalEvent[]) {
  const svg = drawStrip({ events: timeline, scale: scaleOf(timeline, today), today, name: 'A & "B"', id: 'x' }, themed).text
  expect(XMLValidator.validate(svg)).toBe(true)
  const root = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['g', 'rect', 'circle', 'text'].includes(name) }).parse(svg)
  return root.svg.g[0].g.map((group: { rect: Shape[]; circle?: Shape[] }) => ({ ...group.rect[0], latest: group.circle !== undefined }))
}
const share = (text: string | undefined) => Number(text?.replace('%', ''))

describe('the strip', () => {
  test('draws a date as wide as what it may mean: a year is a band, never a day', () => {
    const [month, year, , ahead] = marks(events)
    const years = 2029 - 2004
    expect(share(year['@_width'])).toBeCloseTo(100 / years, 0)
    expect(share(month['@_width'])).toBeCloseTo(100 / years / 12, 1)
    expect(share(year['@_x'])).toBeCloseTo((12 / years) * 100, 0)
    expect(share(ahead['@_x']) + share(ahead['@_width'])).toBeCloseTo(100, 1)
  })
  test('dashes what is ahead and nothing else, and marks the last one known', () => {
    expect(marks(events).map((mark: Shape) => `${mark['@_stroke-dasharray'] !== undefined} ${mark.latest}`)).toEqual([
      'false false',
      'false false',
      'false true',
      'true false',
    ])
  })
})

describe('the day that is asked for', () => {
  /** The words under the line, as shares of a width of 360 pixels at which a character takes six. */
  const under = (day: string, named: boolean) => {
    const svg = drawStrip({ events, scale: scaleOf(events, day), today: day, name: 'x', id: 'x', named }, themed).text
    return [...svg.matchAll(/<text x="([\d.]+)%" y="82" text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(([, x, anchor, words = '']) => {
      const width = (words.length * 6 * 100) / 360
      const from = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
      return { words, from, to: from + width }
    })
  }
  test.each(['2004-07-02', '2010-12-31', '2015-01-01', '2022-09-30', '2026-11-25'])('%s is written over no year, and inside', (day) => {
    for (const named of [true, false]) {
      const told = under(day, named)
      expect(told.length).toBeGreaterThan(1)
      for (const [index, one] of told.toSorted((a, b) => a.from - b.from).entries()) {
        expect(one.from, one.words).toBeGreaterThan(-1)
        expect(told.toSorted((a, b) => a.from - b.from)[index + 1]?.from ?? 101, one.words).toBeGreaterThan(one.to)
      }
    }
  })
})

describe('as files', () => {
  const told = [{ title: '=Law\non "x"', statement: 'Since July 2004', events }]
  test('well-formed, with colours inside', () => {
    const svg = stripsAsFile(told, today, { title: 'KZ-0007: <name>', subtitle: 'Kazakhstan', source: 'As Amended' }).text
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/var\(/)
  })
  test('CSV gives each date as it is known, and the days that it may mean', () => {
    const { data } = parseCsvObjects(timelineCsv(told), { header: true })
    expect(data).toHaveLength(4)
    expect(data[1]).toMatchObject({
      basis: `'=Law on "x"`,
      event: 'Amended',
      date: '2016',
      first_day: '2016-01-01',
      last_day: '2016-12-31',
      last_known: '',
    })
    expect(data[2]).toMatchObject({ date: '2022-09', date_in_words: 'September 2022', last_known: 'yes' })
  })
})
