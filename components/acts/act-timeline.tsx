// The events of an act drawn on a time axis, and the same as a table with where each is written.
import { StateToday } from '#components/timeline/state-today.tsx'
import { scaleOf } from '#components/timeline/timeline-scale.ts'
import { TimelineStrip } from '#components/timeline/timeline-strip.tsx'
import type { PublishedActEvent } from '#lib/published/act-queries.ts'
import { labelOf } from '#lib/timeline/legal-event.ts'
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
      <table className="mt-5 w-full text-left text-[0.9375rem]">
        <caption className="sr-only">Events of {title}</caption>
        <thead className="text-sm text-muted">
          <tr>
            {['Event', 'Date', 'Source'].map((name) => (
              <th key={name} scope="col" className="border-b border-rule-strong py-1 pr-4 font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={`${event.kind} ${event.date}`} className="align-baseline">
              <th scope="row" className="border-b border-rule py-1.5 pr-4 font-normal">
                {labelOf(event.kind)}
                {event.latest && <span className="text-muted">, the last known</span>}
              </th>
              <td className="border-b border-rule py-1.5 pr-4 font-semibold">
                <time dateTime={event.date}>{renderDate(event.date)}</time>
              </td>
              <td className="border-b border-rule py-1.5 wrap-anywhere">
                <EventSource event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
