// Acts as files: CSV with the columns of the import, and JSON. Written while they are read; it reads no data itself.
import { writeCsvStream } from 'hucre/csv'
import { type ActRow, actColumns, cellsOf, objectOf } from '#lib/acts/act-table.ts'

type Acts = AsyncIterable<ActRow>

/** CSV (RFC 4180) in UTF-8 with a byte order mark; a text that a spreadsheet would run as a formula begins with an apostrophe, which the import takes off. */
export const actsAsCsv = (acts: Acts): ReadableStream<Uint8Array> => writeCsvStream(withHeading(acts), { bom: true, escapeFormulae: true })

async function* withHeading(acts: Acts) {
  yield actColumns.map(({ name }) => name) as string[]
  for await (const act of acts) yield cellsOf(act)
}

/** One JSON array, an act to a line. */
export function actsAsJson(acts: Acts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const pieces = jsonPieces(acts)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

async function* jsonPieces(acts: Acts) {
  let before = '[\n'
  for await (const act of acts) {
    yield before + JSON.stringify(objectOf(act))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

const formats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: actsAsCsv },
  json: { type: 'application/json; charset=utf-8', write: actsAsJson },
}

/** The answer of an address that downloads acts; never kept by a cache. */
export const actDownload = (acts: Acts, format: keyof typeof formats, name = 'acts', headers: Record<string, string> = {}): Response =>
  new Response(formats[format].write(acts), {
    headers: {
      'content-type': formats[format].type,
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      ...headers,
    },
  })
