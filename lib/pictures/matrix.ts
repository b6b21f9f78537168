// The matrix of economies × sub-pillars: what is asked of it in the address, and its cells with their shades. It reads no data.
import type { Names } from '#lib/published/name-queries.ts'
import { z } from '#lib/system/zod.ts'
import { economiesOf } from '#lib/taxonomy/region.ts'
import { regions } from '#prisma/reference/regions.ts'
import { askedRegion } from './region-asked.ts'
import { ages, type Step, shadeOf, shadeOfDay, stepsOfCounts } from './shades.ts'

export const shown = { measures: 'Number of measures', changed: 'Last change', checked: 'Last check' } as const
export type Shown = keyof typeof shown

const asked = z.object({
  show: z.enum(['measures', 'changed', 'checked']).catch('measures'),
  region: askedRegion,
  pillar: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
  by: z.enum(['subPillar', 'pillar']).catch('subPillar'),
  rows: z.enum(['covered', 'all']).catch('covered'),
})
export type MatrixAsked = z.infer<typeof asked>

/** What an address asks of the matrix; what it does not understand it takes as not asked. */
export function matrixAsked(params: URLSearchParams | Record<string, string | string[] | undefined>): MatrixAsked {
  const given = Object.fromEntries(
    params instanceof URLSearchParams ? params : Object.entries(params).map(([name, value]) => [name, [value].flat()[0]]),
  )
  const { pillar, ...rest } = given
  return asked.parse(pillar ? { ...rest, pillar } : rest)
}

/** The address of the matrix, or of a file of it; what is the default is left out. */
export function matrixPath(given: Partial<MatrixAsked>, path = '/matrix'): string {
  const defaults: Partial<MatrixAsked> = { show: 'measures', by: 'subPillar', rows: 'covered' }
  const query = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || defaults[name as keyof MatrixAsked] === value ? [] : [[name, String(value)]],
    ),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What is known of an economy on a sub-pillar: days are ISO, `checked` is null when nobody recorded a check. */
export type MatrixCount = { economy: string; subPillar: string; measures: number; changed: string; checked: string | null }

export type MatrixColumn = { code: string; name: string; pillar: number; subPillar: string | undefined }
export type MatrixCell = { measures: number; changed: string; checked: string | null; shade: number; words: string }
export type MatrixRow = { code: string; name: string; total: number; cells: (MatrixCell | null)[] }
export type Matrix = {
  asked: MatrixAsked
  columns: MatrixColumn[]
  pillars: { number: number; name: string; columns: number }[]
  rows: MatrixRow[]
  steps: Step[]
  measures: number
}

/** The matrix as asked: rows by name of economy, columns in the order of the taxonomy. */
export function matrixOf(counts: readonly MatrixCount[], names: Names, given: MatrixAsked, today: string): Matrix {
  const pillars = names.pillars.filter(({ number }) => given.pillar === undefined || number === given.pillar)
  const columns = pillars.flatMap(({ number, name, subPillars }): MatrixColumn[] =>
    given.by === 'pillar'
      ? [{ code: String(number), name, pillar: number, subPillar: undefined }]
      : subPillars.map((one) => ({ code: one.code, name: one.name, pillar: number, subPillar: one.code })),
  )
  const place = new Map<string, number>()
  for (const { number, subPillars } of pillars)
    for (const { code } of subPillars)
      place.set(
        code,
        columns.findIndex((column) => (given.by === 'pillar' ? column.pillar === number : column.subPillar === code)),
      )
  const byEconomy = new Map<string, (Omit<MatrixCount, 'economy' | 'subPillar'> | null)[]>()
  for (const { economy, subPillar, ...count } of counts) {
    const at = place.get(subPillar)
    if (at === undefined) continue
    const cells = byEconomy.get(economy) ?? Array.from({ length: columns.length }, () => null)
    byEconomy.set(economy, cells)
    cells[at] = added(cells[at] ?? null, count)
  }
  const within = given.region === undefined ? null : new Set(economiesOf(regions, [given.region]))
  const found = names.economies.filter(({ code }) => (given.rows === 'all' || byEconomy.has(code)) && (within?.has(code) ?? true))
  const rows = found.map(({ code, name }) => ({ code, name, cells: byEconomy.get(code) ?? columns.map(() => null) }))
  const max = rows.reduce((most, { cells }) => cells.reduce((more, cell) => Math.max(more, cell?.measures ?? 0), most), 0)
  const steps = given.show === 'measures' ? stepsOfCounts(max) : ages
  const shaded = rows.map(({ code, name, cells }) => ({
    code,
    name,
    total: cells.reduce((sum, cell) => sum + (cell?.measures ?? 0), 0),
    cells: cells.map((cell) => cell && { ...cell, ...look(cell, given.show, steps, today) }),
  }))
  return {
    asked: given,
    columns,
    pillars: pillars.map(({ number, name, subPillars }) => ({ number, name, columns: given.by === 'pillar' ? 1 : subPillars.length })),
    rows: shaded,
    steps,
    measures: shaded.reduce((sum, { total }) => sum + total, 0),
  }
}

type Count = Omit<MatrixCount, 'economy' | 'subPillar'>

/** Two places taken together: the later of the changes, and the later of the checks. */
function added(a: Count | null, b: Count): Count {
  if (a === null) return b
  return { measures: a.measures + b.measures, changed: a.changed > b.changed ? a.changed : b.changed, checked: later(a.checked, b.checked) }
}
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)

function look(cell: Count, show: Shown, steps: readonly Step[], today: string): { shade: number; words: string } {
  if (show === 'measures') return { shade: shadeOf(cell.measures, steps), words: String(cell.measures) }
  const day = cell[show]
  return day === null ? { shade: 0, words: 'never' } : { shade: shadeOfDay(day, today), words: day.slice(0, 4) }
}
