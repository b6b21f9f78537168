// Everything that was ever published as one file: a Frictionless data package (tabular, specs 1.0), a zip written while it is read. It reads no data.
import { Readable } from 'node:stream'
import { writeCsvStream } from 'hucre/csv'
import yazl from 'yazl'
import type { Licence } from '#lib/system/env.ts'
import { type Sources, type Table, tables } from './package-tables.ts'

/** datapackage.json: what the files are, column by column. `made` is the moment whose record it is. */
export function descriptor(baseUrl: string, made: Date, licence?: Licence) {
  return {
    profile: 'tabular-data-package',
    name: 'as-amended',
    title: 'As Amended: all measures with all their versions',
    description:
      'What the law of each economy says on each point of a taxonomy of digital trade, on which acts it rests, and how it changed. A text that a spreadsheet would take for a formula begins with an apostrophe.',
    homepage: baseUrl,
    created: made.toISOString(),
    contributors: [{ title: 'As Amended', path: baseUrl, role: 'publisher' }],
    sources: [{ title: 'As Amended', path: baseUrl }],
    ...(licence ? { licenses: [{ title: licence.name, path: licence.url }] } : {}),
    resources: tables.map(({ name, description, fields, primaryKey, foreignKeys }) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: { fields, primaryKey, ...(foreignKeys ? { foreignKeys } : {}), missingValues: [''] },
    })),
  }
}

async function* withHead({ fields, rows }: Table, sources: Sources) {
  yield fields.map(({ name }) => name)
  for await (const row of rows(sources)) yield row.map((cell) => cell ?? null)
}

/** One table as CSV (RFC 4180) in UTF-8 without a byte order mark, which readers of data packages would take for part of a name. */
export const tableCsv = (table: Table, sources: Sources): ReadableStream<Uint8Array> =>
  writeCsvStream(withHead(table, sources), { escapeFormulae: true })

/** The zip: datapackage.json first, then a table after the other, none begun before the one before it was taken. */
export function dataPackage(sources: Sources, baseUrl: string, made: Date, licence?: Licence): ReadableStream<Uint8Array> {
  const zip = new yazl.ZipFile()
  const options = { mtime: made, compressionLevel: 6 }
  zip.addBuffer(Buffer.from(`${JSON.stringify(descriptor(baseUrl, made, licence), null, 2)}\n`), 'datapackage.json', options)
  const open = new Set<Readable>()
  for (const table of tables) {
    zip.addReadStreamLazy(`${table.name}.csv`, options, (give) => {
      const stream = Readable.fromWeb(tableCsv(table, sources) as never)
      open.add(stream)
      // A reader that fails ends the download broken, never short and whole.
      stream.once('error', (error) => (zip.outputStream as Readable).destroy(error)).once('close', () => open.delete(stream))
      give(null, stream)
    })
  }
  zip.end()
  const output = zip.outputStream as Readable
  output.once('close', () => {
    for (const stream of open) stream.destroy()
  })
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}
