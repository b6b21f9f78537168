// Tables read again by another reader: every row and character, no formula, and memory that does not grow with the number of rows.
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { measureFilter } from '#lib/published/filters.ts'
import type { MeasureList } from '#lib/published/schema.ts'
import { everyMeasure } from './every-measure.ts'
import { columns, csv, jsonLines, xlsx } from './measure-table.ts'

type Item = MeasureList['items'][number]
const base = 'https://measures.example.org'
const item = (number: number, description = 'Text.', code = 'KZ') =>
  ({
    ref: `${code}-${String(number).padStart(4, '0')}`,
    economy: { code, name: 'Kazakhstan' },
    pillar: { number: 8, name: 'P' },
    subPillar: { code: '8.10', name: 'S' },
    bases: [{ kind: 'act', title: 'Закон «О связи»', events: [], statement: 'Since July 2004' }],
    description,
    coverage: '',
    sources: [],
    version: {
      number: 1,
      publishedAt: '2024-01-01T00:00:00.000Z',
      publishedUntil: null,
      changeKind: null,
      changeNote: '',
      state: 'published',
      digest: 'ab',
      authors: [],
      approvedBy: '',
      emergency: null,
    },
    withdrawn: null,
    lastVerifiedOn: null,
    lastVerifiedBy: null,
    changesUnderReview: [],
    links: { self: '', html: '', version: `/measures/${code}-${number}/versions/1`, versions: '' },
  }) as Item
const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', 'a,"b"\r\nc; \u0001 <&> 😀', "'", '']
async function* listed() {
  for (const [index, description] of hostile.entries()) yield item(index, description)
}
const column = (name: string) => columns.findIndex((one) => one.name === name)

test('CSV begins with a byte order mark and the names, and runs nothing', async () => {
  const bytes = new Uint8Array(await new Response(csv(listed(), base)).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = parseCsv(new TextDecoder().decode(bytes))
  expect(head).toEqual(columns.map(({ name }) => name))
  expect(rows).toHaveLength(hostile.length)
  for (const row of rows) for (const cell of row) expect(String(cell ?? '')).not.toMatch(/^[=+\-@\t\r]/)
  expect(rows[0]?.[column('description')]).toBe("'=1+1")
  expect(rows[0]?.[column('titles')]).toBe('Закон «О связи»')
  expect(String(rows[0]?.[column('sub_pillar')])).toBe('8.10')
})

test('XLSX has the same rows as texts, without any formula', async () => {
  const bytes = new Uint8Array(await new Response(xlsx(listed(), base)).arrayBuffer())
  const [sheet] = (await readXlsx(bytes)).sheets
  expect(sheet?.rows[0]).toEqual(columns.map(({ name }) => name))
  expect(sheet?.rows.slice(1, 8).map((row) => row[column('description')])).toEqual(hostile.slice(0, 7))
  expect(sheet?.rows[1]?.[column('sub_pillar')]).toBe('8.10')
  for (const cell of sheet?.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
})

test('a text longer than a cell is cut in XLSX alone, and says so', async () => {
  async function* long() {
    yield item(1, 'x'.repeat(40_000))
  }
  const [sheet] = (await readXlsx(new Uint8Array(await new Response(xlsx(long(), base)).arrayBuffer()))).sheets
  const text = String(sheet?.rows[1]?.[column('description')])
  expect(text).toHaveLength(32_767)
  expect(text).toMatch(/cut here/)
  expect(await new Response(csv(long(), base)).text()).toContain('x'.repeat(40_000))
})

test('JSON Lines is a measure of the API to a line', async () => {
  const lines = (await new Response(jsonLines(listed())).text()).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).description)).toEqual(hostile)
})

/** A database of this many measures of one economy and a few of others. */
const finding = (total: number, text: string) => async (filter: { economy?: string[] | undefined; page: number; perPage: number }) => {
  const from = (filter.page - 1) * filter.perPage
  const count = Math.max(0, Math.min(filter.perPage, (filter.economy?.[0] === 'KZ' ? total : 1) - from))
  const items = Array.from({ length: count }, (_, index) => item(from + index, text, filter.economy?.[0]))
  return { items, total, page: filter.page, perPage: filter.perPage }
}
const economies = ['KZ', 'DE', 'FR'].map((code) => ({ code, name: code, measures: code === 'FR' ? 0 : 1 }))

test('every measure is given once, by economy; those of earlier days too', async () => {
  const refs = async (asked: object) => {
    const found: string[] = []
    for await (const { ref } of everyMeasure(measureFilter.parse(asked), { find: finding(1000, ''), economies })) found.push(ref)
    return found
  }
  const all = await refs({})
  expect([all.length, new Set(all).size, all[0]]).toEqual([1001, 1001, 'DE-0000'])
  expect(await refs({ economy: 'DE' })).toEqual(['DE-0000'])
  expect(await refs({ asOf: '2020-01-01' })).toContain('FR-0000')
})

test.each(['csv', 'xlsx', 'jsonLines'] as const)('memory stays flat over 40,000 rows of %s', { timeout: 60_000 }, async (format) => {
  const rows = everyMeasure(measureFilter.parse({}), { find: finding(40_000, 'A register of services is kept. '.repeat(60)), economies })
  const stream = { csv: () => csv(rows, base), xlsx: () => xlsx(rows, base), jsonLines: () => jsonLines(rows) }[format]()
  const before = process.memoryUsage()
  let [most, bytes] = [0, 0]
  for await (const chunk of stream) {
    bytes += chunk.length
    const { heapUsed, external } = process.memoryUsage()
    most = Math.max(most, heapUsed + external - before.heapUsed - before.external)
  }
  // The text of all rows is 77 MB, twice that as JavaScript strings; the allowance is for garbage that is not collected yet.
  if (format !== 'xlsx') expect(bytes).toBeGreaterThan(70e6)
  expect(most).toBeLessThan(120e6)
})
