// Measures as a table: one row each, the same columns in CSV and XLSX. It reads no data.
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import { waitingSentence } from '#lib/published/emergency.ts'
import type { MeasureList } from '#lib/published/schema.ts'

type Item = MeasureList['items'][number]

/** The columns in their order: their names are a contract. Where a measure has several, they stand on lines of one cell, in their order. */
export const columns: { name: string; meaning: string; of: (item: Item, baseUrl: string) => string | number }[] = [
  { name: 'ref', meaning: 'public id, such as KZ-0007', of: (item) => item.ref },
  { name: 'economy_code', meaning: 'ISO 3166-1 alpha-2', of: (item) => item.economy.code },
  { name: 'economy', meaning: 'name', of: (item) => item.economy.name },
  { name: 'pillar', meaning: 'number', of: (item) => item.pillar.number },
  { name: 'pillar_name', meaning: 'name', of: (item) => item.pillar.name },
  // As text, so that no spreadsheet takes 8.30 for 8.3 or for a day.
  { name: 'sub_pillar', meaning: 'code, such as 8.3', of: (item) => item.subPillar.code },
  { name: 'sub_pillar_name', meaning: 'name', of: (item) => item.subPillar.name },
  { name: 'bases', meaning: 'kind of each basis', of: (item) => lines(item.bases.map(({ kind }) => kind)) },
  { name: 'titles', meaning: 'title of each basis', of: (item) => lines(item.bases.map(({ title }) => title.replace(/\s*\n\s*/g, ' '))) },
  { name: 'statements', meaning: 'statement of each basis', of: (item) => lines(item.bases.map(({ statement }) => statement)) },
  { name: 'description', meaning: 'Markdown', of: (item) => item.description },
  { name: 'coverage', meaning: 'what it applies to', of: (item) => item.coverage },
  {
    name: 'sources',
    meaning: 'title and address of each source',
    of: (item) => lines(item.sources.map(({ title, url }) => `${title} ${url}`.trim())),
  },
  { name: 'in_force', meaning: 'with inForceOn: certainly or possibly', of: (item) => item.inForce ?? '' },
  { name: 'version', meaning: 'number', of: (item) => item.version.number },
  { name: 'published_at', meaning: 'ISO 8601, UTC', of: (item) => item.version.publishedAt },
  { name: 'change_kind', meaning: 'empty for a first version', of: (item) => item.version.changeKind ?? '' },
  { name: 'change_note', meaning: 'what changed and why', of: (item) => item.version.changeNote },
  { name: 'last_verified_on', meaning: 'day of the last check against the sources', of: (item) => item.lastVerifiedOn ?? '' },
  { name: 'digest', meaning: 'SHA-256 of the approved content', of: (item) => item.version.digest },
  {
    name: 'emergency',
    meaning: 'why it was published without a second person’s approval, until somebody approves it afterwards; empty otherwise',
    of: (item) => waitingSentence(item.version),
  },
  { name: 'address', meaning: 'permanent address of the version', of: (item, baseUrl) => baseUrl + item.links.version },
]

const lines = (parts: readonly string[]): string => parts.join('\n')

type Rows = AsyncIterable<Item>

async function* cells(items: Rows, baseUrl: string, limit = Number.POSITIVE_INFINITY) {
  for await (const item of items)
    yield columns.map(({ of }) => {
      const value = of(item, baseUrl)
      return typeof value === 'string' && value.length > limit ? cut(value, limit) : value
    })
}

/** A sheet's cell holds 32,767 characters; a longer text ends by saying so, and is whole in CSV and JSON Lines. */
const mostInCell = 32_767
const ending = ' [cut here: longer than a cell of a spreadsheet]'
const cut = (text: string, limit: number): string => text.slice(0, limit - ending.length).toWellFormed() + ending

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark: without one Excel reads Cyrillic as another alphabet, and other readers skip it.
 * A text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export const csv = (items: Rows, baseUrl: string): ReadableStream<Uint8Array> =>
  writeCsvStream(withHead(cells(items, baseUrl)), { bom: true, escapeFormulae: true })

/** XLSX: one sheet, its first row the names. Texts are typed as texts, so none is run as a formula. */
export const xlsx = (items: Rows, baseUrl: string): ReadableStream<Uint8Array> =>
  writeXlsxStream(cells(items, baseUrl, mostInCell), {
    name: 'Measures',
    columns: columns.map(({ name }) => ({ header: name })),
    freezePane: { rows: 1 },
  })

async function* withHead(rows: AsyncIterable<(string | number)[]>) {
  yield columns.map(({ name }) => name)
  yield* rows
}

/** JSON Lines: each measure as the API has it, one to a line. */
export function jsonLines(items: Rows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = items[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await source.return?.()
    },
  })
}
