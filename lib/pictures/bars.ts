// Counts along time as stacked bars: one for each year or month. Widths are shares of the place that it gets, so that type keeps its size.
import { element, type Markup, together } from './markup.ts'
import type { Palette } from './shades.ts'

/** `parts` are counts in the order of the series; `ahead` is in the future; `tick` is written below. */
export type Bar = { label: string; parts: number[]; ahead: boolean; tick: string | null }
/** `room` is for how many bars there is place at least; usually for a year of months. */
export type Bars = { series: readonly string[]; bars: Bar[]; max: number; room?: number }

const height = 150
const base = 126
const top = 14
/** One month alone would be as wide as the page: there is always room for so many. */
const FEWEST = 12

/** The looks of up to four series: full, half, faint and hollow, told apart without colour. */
export const looks = (palette: Palette): { fill: string; stroke: string }[] => [
  { fill: palette.accent, stroke: palette.accent },
  { fill: palette.shades[2] ?? '', stroke: palette.accent },
  { fill: palette.shades[0] ?? '', stroke: palette.accent },
  { fill: palette.paper, stroke: palette.ink },
]

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const share = (value: number) => `${Math.round(value * 10_000) / 100}%`

/** Years or months without a gap, from the first to the last that counts something or is `now`; from `since` on in any case, where it is given. */
export function barsOf(
  series: readonly string[],
  counts: readonly { at: string; series: number; count: number }[],
  now: string,
  since = now,
): Bars {
  const step = now.length === 4 ? nextYear : nextMonth
  const ats = [now, since, ...counts.map(({ at }) => at)].sort()
  const bars: Bar[] = []
  for (let at = ats[0] ?? now; at <= (ats.at(-1) ?? now); at = step(at))
    bars.push({
      label: at,
      parts: series.map((_, index) => sum(counts.filter((one) => one.at === at && one.series === index))),
      ahead: at > now,
      tick: null,
    })
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((size) => bars.length / size <= 8) ?? 200
  const januaries = bars.flatMap(({ label }, index) => (index > 0 && label.endsWith('-01') ? index : []))
  // On a phone a year is as wide as a few months: that of the first stands only where the next has room beside it.
  const cramped = januaries[0] !== undefined && januaries[0] < Math.ceil(bars.length / 9)
  const named = bars.length <= FEWEST
  for (const [index, bar] of bars.entries()) {
    if (now.length === 4) bar.tick = Number(bar.label) % every === 0 ? bar.label : null
    else if (bar.label.endsWith('-01') || (index === 0 && (named ? januaries.length === 0 : !cramped))) bar.tick = bar.label.slice(0, 4)
    else if (named) bar.tick = shortMonths[Number(bar.label.slice(5)) - 1] ?? null
  }
  return { series, bars, max: bars.reduce((most, { parts }) => Math.max(most, total(parts)), 0) }
}
const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)
const total = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
const nextYear = (year: string) => String(Number(year) + 1)
const nextMonth = (month: string) =>
  month.endsWith('-12') ? `${nextYear(month.slice(0, 4))}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`

/** The bars as an SVG that is as wide as its place; `label` is what it says to those who do not see it. */
export function drawBars({ series, bars, max, room }: Bars, palette: Palette, label: string): Markup {
  const styles = looks(palette)
  const width = 1 / Math.max(bars.length, room ?? FEWEST)
  const end = share(Math.max(bars.length * width, 0.25))
  const scale = (base - top) / Math.max(max, 1)
  // A narrow bar is no place for its words: those of the first begin with it.
  const first = (index: number) => index === 0 && room === undefined
  const columns = bars.map(({ label: at, parts, ahead }, index) => {
    let y = base
    if (total(parts) === 0) return null
    return element(
      'g',
      { opacity: ahead ? 0.55 : undefined, 'stroke-dasharray': ahead ? '3 2' : undefined },
      element(
        'title',
        {},
        `${at}: ${parts.flatMap((part, one) => (part > 0 ? [`${part} ${series[one]?.toLowerCase()}`] : [])).join(', ')}`,
      ),
      parts.map((part, one) => {
        if (part === 0) return null
        y -= part * scale
        return element('rect', {
          x: share(index * width + width * 0.1),
          width: share(width * 0.8),
          y: y.toFixed(1),
          height: (part * scale).toFixed(1),
          ...styles[one],
        })
      }),
    )
  })
  return element(
    'svg',
    { width: '100%', height, role: 'img', 'aria-label': label, class: 'bars', 'font-size': 12, overflow: 'visible' },
    element('text', { x: 0, y: 10, fill: palette.muted }, max > 0 ? `${max}` : ''),
    element('line', { x1: '0%', x2: end, y1: top, y2: top, stroke: palette.rule, 'stroke-width': 0.5, 'stroke-dasharray': '2 3' }),
    columns,
    element('line', { x1: '0%', x2: end, y1: base, y2: base, stroke: palette.rule }),
    together(
      bars.map(({ tick }, index) =>
        tick === null
          ? null
          : element(
              'text',
              {
                x: share(index * width + (first(index) ? 0 : width / 2)),
                y: base + 17,
                'text-anchor': first(index) ? 'start' : 'middle',
                fill: palette.muted,
              },
              tick,
            ),
      ),
    ),
  )
}
