// Prints the results of the bench as tables for a terminal. It computes shares and nothing else.
import type { Line, Measured, Result } from './case.ts'

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const isMeasured = (line: Line): line is Measured => 'perSecond' in line

/** The request rate of the first contender at the same connections, as a share of this one's. */
export function shareOf(lines: Line[], line: Measured): number | null {
  const first = lines.find((one) => isMeasured(one) && one.connections === line.connections)
  return first && isMeasured(first) && first !== line ? first.perSecond / line.perSecond : null
}

function columns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** A result as lines of text. */
export function tableOf({ case: name, about, lines, figures }: Result): string {
  const head = ['', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs', 'MB', 'ours is', 'errors']
  const rows = lines.filter(isMeasured).map((line) => {
    const share = shareOf(lines, line)
    return [
      line.contender,
      String(line.connections),
      number(line.perSecond),
      number(line.p50ms),
      number(line.p99ms),
      line.cpuMicroseconds === null ? '' : number(line.cpuMicroseconds),
      line.memoryMB === null ? '' : number(line.memoryMB),
      share === null ? '' : `${number(share * 100)} %`,
      line.wrong ? String(line.wrong) : '',
    ]
  })
  const skipped = lines.flatMap((line) => ('skipped' in line ? [`skipped: ${line.contender}: ${line.skipped}`] : []))
  const facts = figures.map(({ name: what, value, unit, target }) => [
    what,
    typeof value === 'number' ? number(value) : value,
    unit,
    target ? `target ${target}` : '',
  ])
  return [`\n${name}: ${about}`, ...(rows.length ? columns([head, ...rows]) : []), ...skipped, ...columns(facts)].join('\n')
}
