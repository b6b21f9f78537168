// The events of one timeline as a table: what happened, when, and the days that a coarse date may mean.
import { labelOf, type Timeline } from '#lib/timeline/legal-event.ts'
import { boundsOf, precisionOf, renderDate } from '#lib/timeline/partial-date.ts'

export function EventsTable({ events, title }: { events: Timeline; title: string }) {
  return (
    <table className="mt-1 w-full max-w-xl text-left">
      <caption className="sr-only">Events of {title}</caption>
      <thead className="text-sm text-muted">
        <tr>
          <th scope="col" className="border-b border-rule py-1 pr-4 font-normal">
            Event
          </th>
          <th scope="col" className="border-b border-rule py-1 pr-4 font-normal">
            Date
          </th>
          <th scope="col" className="border-b border-rule py-1 font-normal max-sm:hidden">
            May be any day
          </th>
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
            <td className="border-b border-rule py-1 text-sm text-muted max-sm:hidden">{daysOf(event.date)}</td>
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
