// A table of acts as text, CSV or JSON, to rows with their lines. Pure; what stands in a row is judged elsewhere, and nothing is dropped without a problem.
import { streamCsvRows } from 'hucre/csv'
import { type ActMember, actColumnOf, actColumns } from '#lib/acts/act-table.ts'
import { objectsOf } from './json-objects.ts'

/** What is wrong, with the line, counted from 1, and the column; '' where no one column is at fault. */
export type TableProblem = { line: number; column: string; message: string }

/** One row: what it says by member, texts from CSV and anything from JSON. */
export type ActCells = { line: number; values: Partial<Record<ActMember, unknown>> }
export type ActTable = { rows: ActCells[]; problems: TableProblem[] }

/** More acts than this are read from several files. */
export const mostActs = 20_000

const names = actColumns.map(({ name }) => name).join(', ')
const unknown = (heading: string) => `There is no column “${heading.slice(0, 80)}”. The columns are: ${names}.`

/** Whether the text is a table of acts, and in which form: told from its heading or its first object alone; null for anything else. */
export function actTableIn(text: string): 'csv' | 'json' | null {
  const start = text.slice(0, 100_000).trimStart()
  if (/^[[{]/.test(start)) {
    const first = objectsOf(start).next().value
    const object = first && 'value' in first ? first.value : null
    return object && ('title' in object || 'ref' in object) && !('bases' in object) ? 'json' : null
  }
  const [heading = ''] = start.split(/\r|\n/, 1)
  const members = cellsOfLine(heading).flatMap((cell) => actColumnOf(cell)?.member ?? [])
  const enters = members.includes('title') && (members.includes('economy') || members.includes('union'))
  return enters || (members.includes('ref') && members.length > 1) ? 'csv' : null
}

const delimiters = [',', ';', '\t']
const cellsOfLine = (heading: string): string[] => [...streamCsvRows(heading, { delimiter: delimiterOf(heading) })].flat().map(String)

/** The delimiter that makes most of the heading columns that are known: cells may be full of the others. */
function delimiterOf(heading: string): string {
  const known = (delimiter: string) => [...streamCsvRows(heading, { delimiter })].flat().filter((cell) => actColumnOf(String(cell))).length
  return delimiters.reduce((best, one) => (known(one) > known(best) ? one : best))
}

/** CSV (RFC 4180) with a comma, a semicolon or a tab; a text may have line ends inside quotation marks. An apostrophe before a formula is taken off. */
export function readActCsv(given: string): ActTable {
  // Blank lines before the heading count as lines.
  const blank = given.match(/^\s*(?:\r\n|\r|\n)/)?.[0] ?? ''
  const text = given.slice(blank.length)
  const [heading = ''] = text.split(/\r|\n/, 1)
  const rows: ActCells[] = []
  const problems: TableProblem[] = []
  let columns: (ActMember | null)[] | null = null
  let line = 1 + lineEnds(blank)
  for (const row of streamCsvRows(text, { delimiter: delimiterOf(heading), unescapeFormulae: true })) {
    const cells = row.map((cell) => String(cell ?? ''))
    const first = line
    const inside = lineEnds(cells.join(''))
    line += 1 + inside
    if (columns === null) {
      columns = cells.map((cell) => actColumnOf(cell)?.member ?? null)
      problems.push(...headingProblems(cells, columns, first))
    } else if (cells.every((cell) => cell.trim() === '')) continue
    else if (rows.length === mostActs) {
      problems.push({
        line: first,
        column: '',
        message: `Nothing is read from here on: there are more than ${mostActs} acts. Split the file.`,
      })
      break
    } else {
      if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
        const message = `The row has ${cells.length} cells and the heading ${columns.length}: put a text with a delimiter in it into quotation marks.`
        problems.push({ line: first, column: '', message })
      }
      const known = columns.flatMap((member, index) => (member === null || cells[index] === undefined ? [] : [[member, cells[index]]]))
      rows.push({ line: first, values: Object.fromEntries(known) })
      if (inside > 0 && line - 1 >= lineEnds(given) && (text.match(/"/g)?.length ?? 0) % 2 === 1)
        problems.push({ line: first, column: '', message: 'A quotation mark is opened here and never closed.' })
    }
  }
  return { rows, problems }
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

function headingProblems(cells: string[], columns: (string | null)[], line: number): TableProblem[] {
  return columns.flatMap((member, index) => {
    const heading = cells[index] ?? ''
    if (member === null) return heading.trim() === '' ? [] : [{ line, column: heading.slice(0, 80), message: unknown(heading) }]
    return columns.indexOf(member) < index ? [{ line, column: heading, message: `The column “${heading}” is there twice.` }] : []
  })
}

/** Objects in an array, or one after the other as in JSON Lines. `statement` tells the events where they are not given. */
export function readActJson(text: string): ActTable {
  const rows: ActCells[] = []
  const problems: TableProblem[] = []
  for (const found of objectsOf(text)) {
    if (!('value' in found)) problems.push({ line: found.line, column: '', message: found.message })
    else if (rows.length === mostActs) {
      problems.push({
        line: found.line,
        column: '',
        message: `Nothing is read from here on: there are more than ${mostActs} acts. Split the file.`,
      })
      break
    } else {
      const { statement, ...object } = found.value
      const members = Object.entries(object).map(([key, value]) => ({ key, value, member: actColumnOf(key)?.member }))
      for (const { key, member } of members)
        if (member === undefined) problems.push({ line: found.line, column: key.slice(0, 80), message: unknown(key) })
      const values = Object.fromEntries(members.flatMap(({ member, value }) => (member ? [[member, value]] : [])))
      rows.push({ line: found.line, values: 'events' in values || statement === undefined ? values : { ...values, events: statement } })
    }
  }
  return { rows, problems }
}
