// The results of a bulk as a table: one row a measure. It reads no data.
import { writeCsv } from 'hucre/csv'

type Line = { ref: string; title: string; state: string; said: string; settledAt: Date | null }

/** CSV as the downloads have it: with a byte order mark, and nothing in it that a spreadsheet would run. */
export const bulkCsv = (items: readonly Line[]): string =>
  writeCsv(
    [
      ['measure', 'title', 'result', 'what', 'at'],
      ...items.map(({ ref, title, state, said, settledAt }) => [ref, title, state, said, settledAt?.toISOString() ?? '']),
    ],
    { bom: true, escapeFormulae: true },
  )
