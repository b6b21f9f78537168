// The events of an act drawn on a time axis, and the same as a table with where each is written.
import { EventsTable } from '#components/timeline/events-table.tsx'
import { StateToday } from '#components/timeline/state-today.tsx'
import { TimelineStrip } from '#components/timeline/timeline-strip.tsx'
import { scaleOf } from '#lib/pictures/timeline-scale.ts'
import type { PublishedActEvent } from '#lib/published/act-queries.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'

type Props = { events: PublishedActEvent[]; title: string; today: string }

export function ActTimeline({ events, title, today }: Props) {
  if (events.length === 0) return <p className="text-muted">No event of it is known.</p>
  return (
    <>
      <figure className="break-inside-avoid">
        <figcaption className="mb-1 text-[0.9375rem]">
          <StateToday events={events} today={today} />
        </figcaption>
        <TimelineStrip events={events} scale={scaleOf(events, today)} today={today} name={renderStatement(events)} id="act" />
      </figure>
      <EventsTable
        events={events}
        title={title}
        more={{ name: 'Source', of: (event) => <EventSource event={event} />, kept: true }}
        className="mt-5 text-[0.9375rem]"
      />
      <p className="mt-3 max-w-[60ch] text-sm text-muted">
        Drawn to scale: a date known only as a year is as wide as that year. State as of {renderDate(today)}.
      </p>
    </>
  )
}

function EventSource({ event: { sourceTitle = '', sourceUrl = '' } }: { event: PublishedActEvent }) {
  if (sourceUrl === '') return sourceTitle === '' ? <span className="text-muted">not recorded</span> : sourceTitle
  return (
    <a href={sourceUrl} rel="nofollow noopener" data-address="">
      {sourceTitle || sourceUrl}
    </a>
  )
}
