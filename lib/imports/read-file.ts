// A file as measures or as acts: what the desk's import page and the command both do with its bytes. Nothing is written here.
import type { TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { type ActCells, actTableIn, readActCsv, readActJson, type TableProblem } from './act-rows.ts'
import { decode } from './decode.ts'
import { type ReadPage, readReferencePage } from './reference-page.ts'

export type ReadFile = ({ subject: 'measures' } & ReadPage) | { subject: 'acts'; rows: ActCells[]; problems: TableProblem[] }

/** Decodes, tells from the text what it is about, and reads. A file that cannot be decoded has no items and one problem. Never throws. */
export function readFile(bytes: Uint8Array, names: TaxonomyNames): ReadFile {
  const { text, problem } = decode(bytes)
  if (problem) return { subject: 'measures', items: [], problems: [problem], frame: [] }
  const table = actTableIn(text)
  if (table === null) return { subject: 'measures', ...readReferencePage(text, names) }
  const { rows, problems } = table === 'csv' ? readActCsv(text) : readActJson(text)
  const none = rows.length === 0 && problems.length === 0
  return { subject: 'acts', rows, problems: none ? [{ line: 1, column: '', message: 'There is no act below the heading.' }] : problems }
}
