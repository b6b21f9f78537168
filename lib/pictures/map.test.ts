import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseCsvObjects } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import { economies } from '#prisma/reference/economies.ts'
import { regions } from '#prisma/reference/regions.ts'
import { dayOf, mapAsked, mapOf, mapPath, yearsOf } from './map.ts'
import { mapAsFile, mapInPage } from './map-drawing.ts'
import { mapCsv } from './picture-csv.ts'
import { world } from './world.ts'

const today = '2026-11-25'
const asked = (query: string) => mapAsked(new URLSearchParams(query), today, 2022)
const names = { edition: 'x', pillars: [], economies: economies.map(({ code, name }) => ({ code, name })) }
const counts = [
  { economy: 'SG', measures: 2, certain: 1 },
  { economy: 'KZ', measures: 9, certain: 9 },
  { economy: 'EU', measures: 3, certain: 3 },
]
const of = (query: string) => mapOf(counts, names, asked(query), today)

describe('what is asked', () => {
  test.each([
    ['', { clock: 'law', year: 2026 }, '/map', today],
    ['year=2019', { clock: 'law', year: 2019 }, '/map?year=2019', '2019-12-31'],
    ['clock=record&year=2023', { clock: 'record', year: 2023 }, '/map?clock=record&year=2023', '2023-12-31'],
    ['clock=record&year=2019', { clock: 'record', year: 2026 }, '/map?clock=record', today],
    ['year=1066', { clock: 'law', year: 2026 }, '/map', today],
    ['year=2099&clock=x', { clock: 'law', year: 2026 }, '/map', today],
    ['region=143&year=2019', { clock: 'law', year: 2019, region: '143' }, '/map?year=2019&region=143', '2019-12-31'],
    ['region=999', { clock: 'law', year: 2026 }, '/map', today],
    ['year=nonsense', { clock: 'law', year: 2026 }, '/map', today],
  ])('%o', (query, expected, path, day) => {
    expect(asked(query)).toEqual(expected)
    expect(mapPath(asked(query), today)).toBe(path)
    expect(dayOf(asked(query), today)).toBe(day)
  })
  test('years end with the present one', () => {
    expect(yearsOf('record', today, 2024)).toEqual([2024, 2025, 2026])
    expect(yearsOf('law', today, 2024).slice(0, 1)).toEqual([1990])
    expect(yearsOf('record', today, 2030)).toEqual([2026])
  })
})

describe('the world', () => {
  const { lands, width, height } = world()
  test('has every economy but the European Union and what Natural Earth joins to others, inside its frame', () => {
    const drawn = new Set(lands.map(({ code }) => code))
    const missing = economies.filter(({ code }) => !drawn.has(code)).map(({ code }) => code)
    expect(missing.join(' ')).toBe('AQ BQ BV CC CX EU GF GI GP MQ RE SJ TK TV UM YT')
    expect(lands.filter(({ path, marker }) => path === '' && !marker)).toEqual([])
    for (const { marker } of lands) if (marker) expect(marker.x >= 0 && marker.x <= width && marker.y >= 0 && marker.y <= height).toBe(true)
  })
  test('is light enough to be sent with each page', () => {
    expect(lands.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(160_000)
  })
})

describe('a region', () => {
  test.each(regions.filter(({ code }) => code !== '010').map(({ name, code }) => [name, code]))('%s fills its picture', (_, code) => {
    const region = regions.find((one) => one.code === code)
    const { lands, width, height } = world(region)
    expect(height >= 320 && height <= 620).toBe(true)
    const its = lands.filter((land) => region?.economies.includes(land.code ?? ''))
    const starts = its.flatMap(({ path }) => [...path.matchAll(/M(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]))
    const inside = starts.filter(([x = -1, y = -1]) => x >= 0 && x <= width && y >= 0 && y <= height)
    expect(inside.length).toBeGreaterThan(0)
    // It reaches from one side to the other, or from the top to the bottom.
    const marks = its.flatMap(({ marker }) => (marker ? [[marker.x, marker.y]] : []))
    const spread = (axis: 0 | 1) => {
      const values = [...inside, ...marks].map((one) => one[axis] ?? 0)
      return Math.max(...values) - Math.min(...values)
    }
    expect(spread(0) > width * 0.4 || spread(1) > height * 0.4).toBe(true)
  })
  test('the map of it has its economies, its title and nothing of others', () => {
    const map = of('region=143&year=2019')
    expect(map.title).toBe('Measures in force in Central Asia at the end of 2019')
    expect(map.economies.map(({ economy }) => economy)).toEqual(['KZ'])
    expect(mapInPage(map).text).not.toContain('Singapore: 2')
    expect(of('region=150').economies.map(({ economy }) => economy)).toEqual(['EU'])
    expect(of('region=019').title).toBe('Measures in force in the Americas today')
  })
  test('Antarctica, which no map shows, is shown on that of the world', () => {
    expect(world(regions.find(({ code }) => code === '010')).height).toBe(world().height)
  })
})

describe('the map', () => {
  test('leads from each economy to the list of that day', () => {
    const html = mapInPage(of('year=2019')).text
    expect(XMLValidator.validate(html)).toBe(true)
    const links = [...html.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)].map(([, href, name]) => `${name}, ${href}`)
    expect(links.sort()).toEqual([
      'Kazakhstan: 9 measures, /measures?economy=KZ&amp;inForceOn=2019-12-31',
      'Singapore: 2 measures, /measures?economy=SG&amp;inForceOn=2019-12-31',
    ])
    expect(html).toContain('<title>France: none</title>')
    expect(html).toMatch(/<circle [^>]*fill="var\(--shade-/)
  })
  test.each([
    ['clock=record', '/measures?economy=EU'],
    ['clock=record&year=2024', '/measures?economy=EU&asOf=2024-12-31'],
  ])('%s: lists of record time', (query, href) => expect(of(query).economies.find(({ economy }) => economy === 'EU')?.href).toBe(href))
  test('as a file is well-formed and carries its colours', () => {
    const svg = mapAsFile(of('year=2019'), 'As Amended').text
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/var\(|href=/)
    expect(new XMLParser().parse(svg).svg.title).toBe('Measures in force at the end of 2019')
  })
  test('as CSV has each economy, those that no map shows too', () => {
    const { data } = parseCsvObjects(mapCsv(of('year=2019')), { header: true })
    expect(data.map((row) => `${row.economy_code} ${row.day} ${row.in_force_or_possibly} ${row.certainly_in_force}`)).toEqual([
      'KZ 2019-12-31 9 9',
      'EU 2019-12-31 3 3',
      'SG 2019-12-31 2 1',
    ])
  })
})
