// The legal events of all measures of a list on one axis of time, drawn to one scale, and the same events as a table.
import Link from 'next/link'
import { TimelineStrip } from '#components/timeline/timeline-strip.tsx'
import { scaleOf } from '#lib/pictures/timeline-scale.ts'
import type { MeasureList } from '#lib/published/schema.ts'
import { labelOf } from '#lib/timeline/legal-event.ts'
import { compareDates, renderDate } from '#lib/timeline/partial-date.ts'

/** `named` when `today` is another day, whose state is told instead. */
type Props = { items: MeasureList['items']; today: string; named: boolean; atVersion: boolean }

export function ResultAxis({ items, today, named, atVersion }: Props) {
  const told = items.flatMap((measure) => measure.bases.filter(({ events }) => events.length > 0).map((basis) => ({ measure, basis })))
  const silent = items.filter(({ bases }) => bases.every(({ events }) => events.length === 0))
  const events = told
    .flatMap(({ measure, basis }) => basis.events.map((event) => ({ measure, basis, event })))
    .sort((a, b) => compareDates(a.event.date, b.event.date))
  const address = ({ links }: Props['items'][number]) => (atVersion ? links.version : links.html)
  const scale = scaleOf(
    events.map(({ event }) => event),
    today,
  )
  return (
    <>
      <ol className="border-t border-rule">
        {told.map(({ measure, basis }, at) => (
          <li key={`${measure.ref} ${basis.title} ${basis.statement}`} className="break-inside-avoid border-b border-rule py-3">
            <p className="mb-1 line-clamp-2 text-[0.9375rem] leading-snug">
              <Link href={address(measure)} prefetch={false} className="ref">
                {measure.ref}
              </Link>{' '}
              <span className="text-muted">{measure.economy.name},</span> {basis.title}
            </p>
            <TimelineStrip
              events={basis.events}
              scale={scale}
              today={today}
              named={named}
              name={`${measure.ref}, ${basis.statement}`}
              id={`axis-${at}`}
            />
          </li>
        ))}
      </ol>
      {silent.length > 0 && (
        <p className="mt-4 text-[0.9375rem] text-muted">
          Without a dated event:{' '}
          {silent.map((measure, at) => (
            <span key={measure.ref}>
              {at > 0 && ', '}
              <Link href={address(measure)} prefetch={false} className="ref">
                {measure.ref}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {events.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer text-sm font-semibold">
            {events.length === 1 ? 'The event as a table' : `The ${events.length} events as a table`}
          </summary>
          <table className="mt-2 w-full text-left text-[0.9375rem] leading-snug">
            <caption className="sr-only">Legal events of the measures above, the earliest first</caption>
            <thead className="text-sm text-muted">
              <tr>
                {['Date', 'Event', 'Measure', 'Of'].map((name) => (
                  <th key={name} scope="col" className="border-b border-rule-strong py-1 pr-4 font-semibold">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {events.map(({ measure, basis, event }) => (
                <tr key={`${measure.ref} ${basis.title} ${event.kind} ${event.date}`} className="align-baseline">
                  <th scope="row" className="border-b border-rule py-1 pr-4 font-semibold whitespace-nowrap">
                    <time dateTime={event.date}>{renderDate(event.date)}</time>
                  </th>
                  <td className="border-b border-rule py-1 pr-4">
                    {labelOf(event.kind)}
                    {event.latest && <span className="text-muted">, the last known</span>}
                  </td>
                  <td className="border-b border-rule py-1 pr-4 whitespace-nowrap">
                    <Link href={address(measure)} prefetch={false} className="ref">
                      {measure.ref}
                    </Link>
                  </td>
                  <td className="border-b border-rule py-1 wrap-anywhere">{basis.title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}
