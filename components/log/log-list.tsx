// Entries of the log under the day on which they were made: who did what, to which measure.
import Link from 'next/link'

export type LogEntry = {
  id: number
  at: Date
  personId: number | null
  who: string
  what: string
  ref: string | null
  version: number | null
}

const dayOf = ({ at }: LogEntry) => at.toISOString().slice(0, 10)
const inWords = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export function LogList({ entries }: { entries: readonly LogEntry[] }) {
  const days = [...new Set(entries.map(dayOf))]
  return days.map((day) => (
    <section key={day} aria-label={inWords.format(new Date(day))} className="mt-6">
      <h2 className="border-b border-rule-strong pb-1 text-sm font-semibold text-muted">
        <time dateTime={day}>{inWords.format(new Date(day))}</time>
      </h2>
      <ol>
        {entries
          .filter((entry) => dayOf(entry) === day)
          .map((entry) => (
            <li key={entry.id} className="grid grid-cols-[3.25rem_1fr] gap-x-3 border-b border-rule py-2 sm:grid-cols-[3.25rem_6rem_1fr]">
              <time dateTime={entry.at.toISOString()} className="text-sm leading-6 text-muted tabular-nums">
                {entry.at.toISOString().slice(11, 16)}
              </time>
              <span className="text-sm leading-6 tabular-nums max-sm:empty:hidden">
                {entry.ref && <Link href={`/desk/measures/${entry.ref}`}>{entry.ref}</Link>}
              </span>
              <span className="min-w-0 break-words max-sm:col-start-2">
                {entry.personId === null ? (
                  <strong className="font-semibold">{entry.who}</strong>
                ) : (
                  <Link href={`/desk/log?person=${entry.personId}`} className="font-semibold text-ink no-underline hover:underline">
                    {entry.who}
                  </Link>
                )}{' '}
                {entry.what}
                {entry.version !== null && <span className="text-muted"> · version {entry.version}</span>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  ))
}
