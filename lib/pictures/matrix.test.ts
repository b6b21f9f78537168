import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseCsvObjects } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import { matrixAsked, matrixOf, matrixPath } from './matrix.ts'
import { drawMatrix } from './matrix-drawing.ts'
import { matrixTable } from './matrix-table.ts'
import { matrixCsv } from './picture-csv.ts'

const names = {
  edition: 'x',
  economies: [
    { code: 'CI', name: "Côte d'Ivoire" },
    { code: 'DE', name: 'Germany <b>' },
    { code: 'KZ', name: '=Kazakhstan' },
  ],
  pillars: [
    {
      number: 1,
      name: 'Tariffs & trade',
      subPillars: ['1.1', '1.2'].map((code) => ({ code, name: `Name ${code}`, knownIndirectly: false })),
    },
    { number: 8, name: 'Liability', subPillars: ['8.3', '8.10'].map((code) => ({ code, name: `Name ${code}`, knownIndirectly: false })) },
  ],
}
const counts = [
  { economy: 'KZ', subPillar: '8.3', measures: 4, changed: '2026-11-01', checked: null },
  { economy: 'KZ', subPillar: '8.10', measures: 1, changed: '2020-01-01', checked: '2026-11-20' },
  { economy: 'DE', subPillar: '1.2', measures: 2, changed: '2025-06-01', checked: '2019-01-01' },
]
const of = (query: string) => matrixOf(counts, names, matrixAsked(new URLSearchParams(query)), '2026-11-25')
const shape = (query: string) =>
  of(query).rows.map(
    ({ code, total, cells }) => `${code} ${total}: ${cells.map((cell) => (cell ? `${cell.words}/${cell.shade}` : '')).join(' | ')}`,
  )

describe('the matrix', () => {
  test.each([
    ['', ['DE 2:  | 2/3 |  | ', 'KZ 5:  |  | 4/5 | 1/2']],
    ['pillar=8', ['KZ 5: 4/5 | 1/2']],
    ['by=pillar', ['DE 2: 2/2 | ', 'KZ 5:  | 5/5']],
    ['show=changed', ['DE 2:  | 2025/3 |  | ', 'KZ 5:  |  | 2026/5 | 2020/1']],
    ['show=checked', ['DE 2:  | 2019/1 |  | ', 'KZ 5:  |  | never/0 | 2026/5']],
    ['show=checked&by=pillar', ['DE 2: 2019/1 | ', 'KZ 5:  | 2026/5']],
    ['rows=all&pillar=99', ['CI 0: ', 'DE 0: ', 'KZ 0: ']],
    ['rows=all&by=pillar', ['CI 0:  | ', 'DE 2: 2/2 | ', 'KZ 5:  | 5/5']],
    ['region=143', ['KZ 5:  |  | 4/5 | 1/2']],
    ['region=155&rows=all', ['DE 2:  | 2/4 |  | ']],
    ['region=155&pillar=8', []],
    ['region=999', ['DE 2:  | 2/3 |  | ', 'KZ 5:  |  | 4/5 | 1/2']],
    ['show=nonsense&pillar=x&by=&rows=9', ['DE 2:  | 2/3 |  | ', 'KZ 5:  |  | 4/5 | 1/2']],
  ])('asked %o', (query, expected) => expect(shape(query)).toEqual(expected))

  test('has one address for one question', () => {
    expect(matrixPath(matrixAsked(new URLSearchParams('show=measures&pillar=&by=subPillar')))).toBe('/matrix')
    expect(matrixPath(matrixAsked(new URLSearchParams('pillar=8&show=checked')), '/pictures/matrix.svg')).toBe(
      '/pictures/matrix.svg?show=checked&pillar=8',
    )
    expect(matrixPath(matrixAsked(new URLSearchParams('pillar=8&region=143')))).toBe('/matrix?region=143&pillar=8')
  })

  test('as a table has headings with their scope, links to the lists, and no name that is markup', () => {
    const html = matrixTable(of(''), 'Caption').text
    expect(XMLValidator.validate(html)).toBe(true)
    const { table } = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['tr', 'th', 'td'].includes(name) }).parse(html)
    expect(table.thead.tr[0].th.slice(2).map((th: Record<string, string>) => `${th['@_scope']} ${th['@_colspan']}`)).toEqual([
      'colgroup 2',
      'colgroup 2',
    ])
    expect(table.thead.tr[1].th.map((th: Record<string, string>) => th['@_scope'])).toEqual(['col', 'col', 'col', 'col'])
    for (const row of table.tbody.tr) expect(row.th[0]['@_scope']).toBe('row')
    expect(html).toContain('<a href="/measures?economy=KZ&amp;subPillar=8.3">4</a>')
    expect(html).toContain('Germany &lt;b&gt;')
    expect(matrixTable(of('by=pillar'), '').text).toContain('<a href="/measures?economy=KZ&amp;pillar=8">5</a>')
  })

  test('as a file is well-formed, needs nothing else, and has a cell for each place', () => {
    const svg = drawMatrix(of(''), 'As Amended').text
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/var\(|class=|href=/)
    expect(svg.match(/width="29"/g)).toHaveLength(8)
  })

  test('as CSV reads back, and runs in no spreadsheet', () => {
    const csv = matrixCsv(of(''))
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const { data } = parseCsvObjects(csv, { header: true })
    expect(data).toHaveLength(3)
    expect(data[1]).toMatchObject({
      economy_code: 'KZ',
      economy: "'=Kazakhstan",
      sub_pillar: '8.3',
      measures: '4',
      last_changed: '2026-11-01',
      last_checked: '',
    })
  })
})
