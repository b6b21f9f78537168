// The audit trail as a table for a spreadsheet or an archive: one row an entry. It reads no data.
import { writeCsvStream } from 'hucre/csv'

/** What of an entry the table needs. */
export type LoggedEntry = {
  id: number
  at: Date
  who: string
  what: string
  event: { action: string }
  ref: string | null
  version: number | null
}

/** The columns in their order: their names are a contract. `details` is JSON, the facts that the sentence was made from. */
const columns: { name: string; of: (entry: LoggedEntry) => string | number }[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'at', of: ({ at }) => at.toISOString() },
  { name: 'who', of: ({ who }) => who },
  { name: 'what', of: ({ what }) => what },
  { name: 'measure', of: ({ ref }) => ref ?? '' },
  { name: 'version', of: ({ version }) => version ?? '' },
  { name: 'action', of: ({ event }) => event.action },
  { name: 'details', of: ({ event: { action: _, ...details } }) => JSON.stringify(details) },
]

/** CSV as the downloads have it: UTF-8 with a byte order mark, and nothing in it that a spreadsheet would run. */
export const logCsv = (entries: AsyncIterable<LoggedEntry>): ReadableStream<Uint8Array> =>
  writeCsvStream(rows(entries), { bom: true, escapeFormulae: true })

async function* rows(entries: AsyncIterable<LoggedEntry>) {
  yield columns.map(({ name }) => name)
  for await (const entry of entries) yield columns.map(({ of }) => of(entry))
}
