// One timeline as a drawing: the band of its force, the span of each event, the years, today. Widths are percentages, so type keeps its size on a phone.

import { cx } from '#components/ui/cx.ts'
import type { LegalEventKind, Timeline } from '#lib/timeline/legal-event.ts'
import { forcePeriods } from '#lib/timeline/state.ts'
import { marksOf, type Scale } from './timeline-scale.ts'

const HEIGHT = 84
const LANE = 16
const band = { y: 46, height: 10 }
const ends: readonly LegalEventKind[] = ['repealed', 'expired', 'suspended']
const points: readonly LegalEventKind[] = ['amended', 'replaced', 'enforcement', 'reported', 'occurred']

type Props = { events: Timeline; scale: Scale; today: string; name: string; id: string }

export function TimelineStrip({ events, scale, today, name, id }: Props) {
  const { certain, possible } = forcePeriods(events)
  const range = ({ from, to }: { from: string | null; to: string | null }) => {
    const open = from !== null && from > today ? scale.last : today
    const [x, end] = [scale.place(from ?? scale.first), scale.place(to ?? open)]
    return { x: `${x}%`, width: `${Math.max(0, Math.round((end - x) * 100) / 100)}%` }
  }
  const marks = marksOf(events, scale)
  const spare = marks.some(({ label, lane }) => label && lane === 1) ? 0 : LANE
  return (
    <svg
      role="img"
      aria-label={`Drawing of the timeline: ${name}`}
      width="100%"
      height={HEIGHT - spare}
      className="block overflow-visible font-sans text-xs"
    >
      <g transform={`translate(0 ${-spare})`}>
        <defs>
          <pattern id={`${id}-possible`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" strokeWidth="2" className="stroke-rule-strong" />
          </pattern>
        </defs>
        {possible.map((period) => (
          <rect
            key={period.from}
            {...range(period)}
            {...band}
            fill={`url(#${id}-possible)`}
            className="stroke-rule-strong"
            strokeWidth="0.5"
          />
        ))}
        {certain.map((period) => (
          <rect key={period.from} {...range(period)} {...band} className="fill-rule stroke-rule-strong" strokeWidth="0.5" />
        ))}
        {marks.map(({ event, x, width, label, at, lane }) => (
          <g key={`${event.kind} ${event.date}`}>
            <rect
              x={`${x}%`}
              width={`${width}%`}
              y={points.includes(event.kind) ? band.y : band.y - 6}
              height={points.includes(event.kind) ? band.height : band.height + 12}
              strokeWidth="1.5"
              className={cx('stroke-accent', ends.includes(event.kind) ? 'fill-paper' : width > 1.5 ? 'fill-accent/40' : 'fill-accent')}
            />
            {label && (
              <text x={`${at}%`} y={lane === 0 ? 34 : 18} textAnchor="middle" className="fill-ink max-sm:hidden">
                {label}
              </text>
            )}
          </g>
        ))}
        <line x1="0" x2="100%" y1="66" y2="66" className="stroke-rule-strong" />
        {scale.ticks.map(({ year, at }) => (
          <g key={year}>
            <line x1={`${at}%`} x2={`${at}%`} y1="66" y2="70" className="stroke-rule-strong" />
            <text x={`${at}%`} y="82" textAnchor={at < 3 ? 'start' : 'middle'} className="fill-muted">
              {year}
            </text>
          </g>
        ))}
        <line x1={`${scale.place(today)}%`} x2={`${scale.place(today)}%`} y1="40" y2="66" strokeDasharray="2 2" className="stroke-ink" />
        <text x={`${scale.place(today)}%`} y="82" textAnchor="end" className="fill-ink">
          today
        </text>
      </g>
    </svg>
  )
}
