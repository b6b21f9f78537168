// Publications and withdrawals at a time, as a list: what, when by the clocks of the zone, how far ahead, by whom.
import Link from 'next/link'
import { Moment } from '#components/desk/moment.tsx'
import { ahead, written } from '#lib/review/local-time.ts'
import { type ScheduleState, scheduleStateNames } from '#lib/review/schedule.ts'
import type { ScheduleLine } from '#lib/review/schedule-queries.ts'

const looks: Record<ScheduleState, string> = {
  waiting: 'text-good',
  done: 'text-muted',
  cancelled: 'text-muted',
  void: 'text-muted',
  failed: 'text-bad',
}

const deeds = { publish: 'Publication', withdraw: 'Withdrawal' }
const hrefOf = ({ deed, ref, number }: ScheduleLine) =>
  deed === 'publish' ? `/desk/review/${ref}?version=${number}` : `/desk/measures/${ref}`

export function ScheduleTable({ rows, caption, now }: { rows: readonly ScheduleLine[]; caption: string; now: Date }) {
  return (
    <table className="w-full table-fixed text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-rule-strong text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Measure
          </th>
          <th scope="col" className="w-36 py-1.5 pr-4 font-semibold sm:w-72">
            When
          </th>
          <th scope="col" className="hidden w-44 py-1.5 font-semibold sm:table-cell">
            Scheduled by
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-b border-rule align-top">
            <td className="py-2.5 pr-4">
              <Link href={hrefOf(row)} className="font-medium text-ink">
                <span className="text-muted tabular-nums">{row.ref}</span> <span className="line-clamp-2 font-serif">{row.title}</span>
              </Link>
              <p className="mt-0.5 text-sm text-muted">
                {deeds[row.deed]} of version {row.number}
                {row.release && (
                  <>
                    , in a <Link href={`/desk/law-changes/${row.release.lawChangeId}/release`}>release of {row.release.measures}</Link> for{' '}
                    {row.release.act}
                  </>
                )}
              </p>
              {row.problem && <p className={`mt-0.5 text-sm ${looks[row.state]}`}>{row.problem}</p>}
            </td>
            <td className="py-2.5 pr-4 text-sm">
              <time dateTime={row.dueAt.toISOString()}>{written({ local: row.localTime, zone: row.zone })}</time>
              <span className={`mt-0.5 block font-semibold ${looks[row.state]}`}>
                {row.state === 'waiting' ? (
                  ahead(row.dueAt, now)
                ) : (
                  <>
                    {scheduleStateNames[row.state]} <Moment at={row.stateChangedAt} />
                  </>
                )}
              </span>
            </td>
            <td className="hidden py-2.5 text-sm sm:table-cell">{row.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
