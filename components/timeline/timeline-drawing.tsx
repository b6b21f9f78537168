// The timelines of a measure, drawn to one scale: each event as wide as its date is coarse, with the same events as a list for every reader.
import { scaleOf } from '#lib/pictures/timeline-scale.ts'
import type { PublishedBasis } from '#lib/published/schema.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { EventsTable } from './events-table.tsx'
import { StateToday } from './state-today.tsx'
import { TimelineStrip } from './timeline-strip.tsx'

type Props = { bases: PublishedBasis[]; today: string; named?: boolean }

/** `named` when `today` is another day, whose state is told instead. */
export function TimelineDrawing({ bases, today, named = false }: Props) {
  const drawn = bases.flatMap((basis, index) => (basis.events.length > 0 ? [{ ...basis, index }] : []))
  if (drawn.length === 0) return null
  const scale = scaleOf(
    drawn.flatMap(({ events }) => events),
    today,
  )
  return (
    <div>
      <ol className="space-y-8">
        {drawn.map(({ title, events, statement, index }) => (
          <li key={index} className="break-inside-avoid">
            <figure>
              <figcaption className="mb-1 text-[0.9375rem]">
                <span className={drawn.length > 1 ? 'line-clamp-1 font-semibold print:line-clamp-none' : 'sr-only'}>{title}</span>
                <StateToday events={events} today={today} named={named} />
              </figcaption>
              <TimelineStrip events={events} scale={scale} today={today} named={named} name={statement} id={`timeline-${index}`} />
            </figure>
            <details className="mt-1 text-[0.9375rem]">
              <summary className="cursor-pointer text-sm text-muted hover:text-ink">
                {events.length === 1 ? 'The event' : `The ${events.length} events`} as a list
              </summary>
              <EventsTable events={events} title={title} />
            </details>
          </li>
        ))}
      </ol>
      <p className="mt-4 max-w-[60ch] text-sm text-muted">
        Drawn to scale. A date known only as a year is as wide as that year: it is never made finer than its source. A full band is
        certainly in force, a hatched one possibly; a dashed mark is still ahead, and a dot marks the last one known where earlier ones may
        be unlisted. State as of {renderDate(today)}.
      </p>
    </div>
  )
}
