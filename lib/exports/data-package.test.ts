// The data package: its description is valid, every file is as described, and no row is lost, doubled or run as a formula.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { expect, test } from 'vitest'
import { emptyContent } from '#lib/measures/content.ts'
import type { VersionRow } from '#lib/published/package-queries.ts'
import { catalog } from './catalog.ts'
import { dataPackage, descriptor } from './data-package.ts'
import { type Sources, tables } from './package-tables.ts'

const base = 'https://measures.example.org'
const made = new Date('2024-01-01T00:00:00Z')

const version = (number: number, description: string): VersionRow => ({
  ref: 'KZ-0001',
  number,
  economy: 'KZ',
  pillar: 8,
  subPillar: '8.3',
  digest: 'x',
  authors: ['A', 'B'],
  approvedBy: 'C',
  emergency: null,
  publishedAt: made,
  publishedUntil: null,
  state: 'published',
  content: {
    ...emptyContent,
    subPillar: '8.3',
    description,
    bases: [
      {
        id: 'a',
        kind: 'act',
        title: '=1+1',
        url: '',
        events: [
          { kind: 'since', date: '2004-07' },
          { kind: 'amended', date: '2016', latest: true },
        ],
      },
      { id: 'b', kind: 'figure', title: 'Tariff', value: '-3.5', unit: '%', year: '2022' },
    ],
    sources: [{ id: 's', title: 'Adilet, "the" source\n', url: 'https://example.org' }],
  },
})

const sources = (count: number, description = 'Text, "quoted"\r\nand Право'): Sources => {
  async function* versions() {
    for (let number = 1; number <= count; number++) yield version(number, description)
    yield { ...version(count + 1, ''), state: 'withdrawn' as const, content: null }
  }
  async function* none() {}
  return {
    measures: none,
    versions,
    withdrawals: none,
    acts: none,
    names: { edition: '1', economies: [{ code: 'KZ', name: 'Kazakhstan' }], pillars: [] },
  }
}
const files = async (given: Sources) => unzipSync(new Uint8Array(await new Response(dataPackage(given, base, made)).arrayBuffer()))

test('datapackage.json is valid by the profile of tabular data packages', async () => {
  const { $schema: _, ...profile } = JSON.parse(readFileSync(new URL('./tabular-data-package.json', import.meta.url), 'utf8'))
  const isValid = new Ajv({ strict: false }).compile(profile)
  const told = JSON.parse(strFromU8((await files(sources(1)))['datapackage.json'] ?? new Uint8Array()))
  isValid(told)
  expect(isValid.errors ?? []).toEqual([])
  expect(isValid({ ...told, name: 'As Amended!' })).toBe(false)
  expect(isValid({ ...told, resources: [{ name: 'x', profile: 'tabular-data-resource' }] })).toBe(false)
  expect(told).toEqual(JSON.parse(JSON.stringify(descriptor(base, made))))
  const licensed = JSON.parse(JSON.stringify(descriptor(base, made, { name: 'CC BY 4.0', url: 'https://example.org/by/4.0/' })))
  isValid(licensed)
  expect([isValid.errors ?? [], licensed.licenses]).toEqual([[], [{ title: 'CC BY 4.0', path: 'https://example.org/by/4.0/' }]])
})

test('keys name columns that exist, and tables that exist', () => {
  const columns = new Map(tables.map(({ name, fields }) => [name, fields.map((field) => field.name)]))
  for (const { name, primaryKey, foreignKeys = [], fields } of tables) {
    expect(new Set(fields.map((field) => field.name)).size, name).toBe(fields.length)
    expect(columns.get(name), name).toEqual(expect.arrayContaining(primaryKey))
    for (const key of foreignKeys) {
      expect(columns.get(name), name).toEqual(expect.arrayContaining(key.fields))
      expect(columns.get(key.reference.resource), name).toEqual(expect.arrayContaining(key.reference.fields))
    }
  }
})

test('X3 every table has its columns and its rows; numbers stay numbers and texts no formula', async () => {
  const unzipped = await files(sources(3))
  expect(Object.keys(unzipped)).toEqual(['datapackage.json', ...tables.map(({ name }) => `${name}.csv`)])
  const rows = (name: string) => {
    const [head = [], ...body] = parseCsv(strFromU8(unzipped[`${name}.csv`] ?? new Uint8Array()))
    return body.map((row) => Object.fromEntries(row.map((cell, at) => [String(head[at]), cell])))
  }
  for (const { name, fields } of tables)
    expect(strFromU8(unzipped[`${name}.csv`] ?? new Uint8Array()).split(/\r?\n/)[0], name).toBe(fields.map((field) => field.name).join(','))
  expect(rows('versions').map((row) => [String(row.version), row.description])).toEqual([
    ...[1, 2, 3].map((number) => [String(number), 'Text, "quoted"\r\nand Право']),
    ['4', ''],
  ])
  expect(rows('bases')[0]).toMatchObject({ title: "'=1+1", statement: 'Since July 2004, last amended in 2016' })
  expect(String(rows('bases')[1]?.value)).toBe('-3.5')
  expect(
    rows('events')
      .slice(0, 2)
      .map((row) => [row.kind, String(row.date), String(row.latest).toLowerCase()]),
  ).toEqual([
    ['since', '2004-07', ''],
    ['amended', '2016', 'true'],
  ])
  expect(rows('sources')[0]?.title).toBe('Adilet, "the" source\n')
})

test('memory stays flat over 20,000 versions, and nothing is read before it is asked for', { timeout: 60_000 }, async () => {
  let read = 0
  const given = sources(20_000, 'A register of services is kept. '.repeat(60))
  const counted = { ...given, versions: () => counting(given.versions()) }
  async function* counting<T>(rows: AsyncIterable<T>) {
    for await (const row of rows) {
      read++
      yield row
    }
  }
  const reader = dataPackage(counted, base, made).getReader()
  await reader.read()
  await new Promise((done) => setImmediate(done))
  expect(read).toBeLessThan(20_000)
  const before = process.memoryUsage()
  let most = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const { heapUsed, external } = process.memoryUsage()
    most = Math.max(most, heapUsed + external - before.heapUsed - before.external)
  }
  expect(read).toBe(4 * 20_001)
  expect(most).toBeLessThan(120e6)
})

test('a source that fails breaks the download instead of ending it', async () => {
  async function* failing(): AsyncGenerator<VersionRow> {
    yield version(1, '')
    throw new Error('gone')
  }
  await expect(files({ ...sources(1), versions: failing })).rejects.toThrow('gone')
})

test('the catalogue names every download and the API, absolutely', () => {
  const told = JSON.stringify(catalog(base, { modified: made.toISOString(), themes: ['Tariffs'] }))
  for (const path of [
    '/downloads/as-amended.zip',
    '/downloads/measures.csv',
    '/downloads/measures.xlsx',
    '/downloads/measures.jsonl',
    '/api/v1/openapi.json',
  ])
    expect(told).toContain(`"${base}${path}"`)
  expect(JSON.parse(told)['dcat:dataset']['dct:modified']['@value']).toBe('2024-01-01T00:00:00.000Z')
})
