// One timeline as a drawing: the band of its force, the span of each event, the years, today. Widths are shares of the place that it gets, so that
// type keeps its size on a phone; in a file that place is given in pixels.
import type { LegalEventKind, Timeline } from '#lib/timeline/legal-event.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'
import { forcePeriods } from '#lib/timeline/state.ts'
import { element, type Markup } from './markup.ts'
import type { Palette } from './shades.ts'
import { marksOf, type Scale } from './timeline-scale.ts'

const full = 84
const lane = 16
const band = { y: 46, height: 10 }
const ends: readonly LegalEventKind[] = ['repealed', 'expired', 'suspended']
const points: readonly LegalEventKind[] = ['amended', 'replaced', 'enforcement', 'reported', 'occurred']

type Strip = { events: Timeline; scale: Scale; today: string; name: string; id: string; named?: boolean }

/** The strip as an SVG that is as wide as its place. A filled band is certainly in force, a hatched one possibly; what is ahead is dashed; a dot marks the last one known. */
export function drawStrip({ events, scale, today, name, id, named = false }: Strip, palette: Palette): Markup {
  const { certain, possible } = forcePeriods(events)
  const range = ({ from, to }: { from: string | null; to: string | null }) => {
    const open = from !== null && from > today ? scale.last : today
    const [x, end] = [scale.place(from ?? scale.first), scale.place(to ?? open)]
    return { x: `${x}%`, width: `${Math.max(0, Math.round((end - x) * 100) / 100)}%`, ...band }
  }
  const marks = marksOf(events, scale)
  const spare = marks.some(({ label, lane }) => label && lane === 1) ? 0 : lane
  const now = `${scale.place(today)}%`
  const day = dayLabel(scale.place(today), named)
  const line = { stroke: palette.rule, 'stroke-width': 0.5 }
  return element(
    'svg',
    {
      role: 'img',
      'aria-label': `Drawing of the timeline: ${name}`,
      width: '100%',
      height: full - spare,
      class: 'strip',
      'font-size': 12,
      overflow: 'visible',
    },
    element(
      'g',
      { transform: `translate(0 ${-spare})` },
      element(
        'defs',
        {},
        element(
          'pattern',
          { id: `${id}-possible`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
          element('line', { x1: 0, y1: 0, x2: 0, y2: 6, 'stroke-width': 2, stroke: palette.rule }),
        ),
      ),
      possible.map((period) => element('rect', { ...range(period), fill: `url(#${id}-possible)`, ...line })),
      certain.map((period) => element('rect', { ...range(period), fill: palette.band, ...line })),
      marks.map(({ event, x, width, label, at, lane: row }) => {
        const ahead = boundsOf(event.date).first > today
        const point = points.includes(event.kind)
        const hollow = ends.includes(event.kind) || ahead
        return element(
          'g',
          {},
          element('rect', {
            x: `${x}%`,
            width: `${width}%`,
            y: point ? band.y : band.y - 6,
            height: point ? band.height : band.height + 12,
            'stroke-width': 1.5,
            'stroke-dasharray': ahead ? '3 2' : undefined,
            stroke: palette.accent,
            fill: hollow ? palette.paper : palette.accent,
            'fill-opacity': !hollow && width > 1.5 ? 0.4 : undefined,
          }),
          event.latest && element('circle', { cx: `${Math.round((x + width / 2) * 100) / 100}%`, cy: 61, r: 2.5, fill: palette.accent }),
          label &&
            element('text', { x: `${at}%`, y: row === 0 ? 34 : 18, 'text-anchor': 'middle', fill: palette.ink, class: 'date' }, label),
        )
      }),
      element('line', { x1: '0%', x2: '100%', y1: 66, y2: 66, stroke: palette.rule }),
      scale.ticks.map(({ year, at }) => [
        element('line', { x1: `${at}%`, x2: `${at}%`, y1: 66, y2: 70, stroke: palette.rule }),
        !(at > day.from && at < day.to) &&
          element('text', { x: `${at}%`, y: 82, 'text-anchor': at < 3 ? 'start' : 'middle', fill: palette.muted }, year),
      ]),
      element('line', { x1: now, x2: now, y1: 40, y2: 66, 'stroke-dasharray': '2 2', stroke: palette.ink }),
      element('text', { x: now, y: 82, 'text-anchor': day.anchor, fill: palette.ink }, named ? renderDate(today) : 'today'),
    ),
  )
}

/** Where the day is written, which is before its line where there is room, and which years it would be written over: shares of a phone's width. */
function dayLabel(at: number, named: boolean): { anchor: 'start' | 'end'; from: number; to: number } {
  const [width, half] = [named ? 31 : 11, 5]
  return at < width
    ? { anchor: 'start', from: at - half, to: at + width + half }
    : { anchor: 'end', from: at - width - half, to: at + half }
}
