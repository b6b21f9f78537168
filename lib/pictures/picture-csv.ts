// The numbers of a picture as CSV: a long table, one row a place. Its columns are a contract.
import { writeCsv } from 'hucre/csv'
import type { Bars } from './bars.ts'
import type { WorldMap } from './map.ts'
import type { Matrix } from './matrix.ts'
import { stripColumns, stripRows, type Told } from './strips-file.ts'

type Cell = string | number | null

/** CSV as all downloads have it: UTF-8 with a byte order mark, and nothing in it that a spreadsheet would run. */
const csvOf = (columns: readonly string[], rows: readonly Cell[][]): string =>
  `\ufeff${writeCsv([[...columns], ...rows], { escapeFormulae: true, lineSeparator: '\r\n' })}`

/** One row for each economy and sub-pillar (or pillar) that has measures. */
export function matrixCsv({ columns, rows, asked }: Matrix): string {
  const place = asked.by === 'pillar' ? 'pillar' : 'sub_pillar'
  const cells = rows.flatMap(({ code, name, cells }) =>
    cells.flatMap((cell, index): Cell[][] =>
      cell ? [[code, name, columns[index]?.code ?? '', columns[index]?.name ?? '', cell.measures, cell.changed, cell.checked ?? '']] : [],
    ),
  )
  return csvOf(['economy_code', 'economy', place, `${place}_name`, 'measures', 'last_changed', 'last_checked'], cells)
}

/** One row for each economy that has measures on the day. */
export function mapCsv({ economies, day, asked }: WorldMap): string {
  const rows = economies.map(({ economy, name, measures, certain }): Cell[] => [
    economy,
    name,
    day,
    measures,
    ...(asked.clock === 'law' ? [certain] : []),
  ])
  return csvOf(
    [
      'economy_code',
      'economy',
      'day',
      asked.clock === 'law' ? 'in_force_or_possibly' : 'published',
      ...(asked.clock === 'law' ? ['certainly_in_force'] : []),
    ],
    rows,
  )
}

/** One row for each year or month, gaps included. */
export const barsCsv = ({ series, bars }: Bars, unit: 'year' | 'month'): string =>
  csvOf(
    [unit, ...series.map((name) => name.toLowerCase())],
    bars.map(({ label, parts }) => [label, ...parts]),
  )

/** One row for each event of each basis. */
export const timelineCsv = (timelines: readonly Told[]): string => csvOf(stripColumns, stripRows(timelines))
