// The events of one timeline as a table: what happened, when, and one thing more, such as the days that a coarse date may mean.
import type { ReactNode } from 'react'
import { type LegalEvent, labelOf } from '#lib/timeline/legal-event.ts'
import { boundsOf, precisionOf, renderDate } from '#lib/timeline/partial-date.ts'

/** The third column: its name, and what stands there for an event. On narrow screens it goes, unless it is `kept`. */
type More<Event> = { name: string; of: (event: Event) => ReactNode; kept?: boolean }
type Props<Event> = { events: readonly Event[]; title: string; more?: More<Event>; className?: string }

const mayBe: More<LegalEvent> = { name: 'May be any day', of: ({ date }) => <span className="text-sm text-muted">{daysOf(date)}</span> }

export function EventsTable<Event extends LegalEvent>({ events, title, more = mayBe, className = 'max-w-xl' }: Props<Event>) {
  const last = more.kept ? '' : 'max-sm:hidden'
  return (
    <table className={`mt-1 w-full text-left ${className}`}>
      <caption className="sr-only">Events of {title}</caption>
      <thead className="text-sm text-muted">
        <tr>
          {['Event', 'Date', more.name].map((name, column) => (
            <th key={name} scope="col" className={`border-b border-rule py-1 pr-4 font-normal ${column === 2 ? last : ''}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.kind} ${event.date}`} className="align-baseline">
            <th scope="row" className="border-b border-rule py-1 pr-4 font-normal">
              {labelOf(event.kind)}
              {event.latest && <span className="text-muted">, the last known</span>}
            </th>
            <td className="border-b border-rule py-1 pr-4 font-semibold">
              <time dateTime={event.date}>{renderDate(event.date)}</time>
            </td>
            <td className={`border-b border-rule py-1 wrap-anywhere ${last}`}>{more.of(event)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function daysOf(date: string): string {
  if (precisionOf(date) === 'day') return 'known to the day'
  const { first, last } = boundsOf(date)
  return `${renderDate(first)} to ${renderDate(last)}`
}
