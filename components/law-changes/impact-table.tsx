// A worklist of impacts: which measure, by which law change, where it stands, whose turn it is, and until when.
import Link from 'next/link'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Line = {
  id: number
  ref: string
  title: string
  actTitle: string
  change: string
  person: string
  state: string
  version: { number: number } | null
  dueOn: string
  answerId: number | null
  /** Why it is said not to be affected, while that waits to be checked. */
  reason: string
}

/** With `choosing`, each row has a box that a form around the table sends as `item`. */
type Props = { rows: readonly Line[]; caption: string; today: string; withChange?: boolean; choosing?: boolean }

export function ImpactTable({ rows, caption, today, withChange = false, choosing = false }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            {choosing && (
              <th scope="col" className="w-9 py-1.5">
                <span className="sr-only">Chosen</span>
              </th>
            )}
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Measure
            </th>
            <th scope="col" className="w-32 py-1.5 pr-4 font-semibold">
              State
            </th>
            <th scope="col" className="hidden w-44 py-1.5 pr-4 font-semibold sm:table-cell">
              Whose turn
            </th>
            <th scope="col" className="hidden w-40 py-1.5 font-semibold sm:table-cell">
              Due
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule align-top">
              {choosing && (
                <td className="py-3">
                  <input
                    type="checkbox"
                    name="item"
                    value={`${row.id}|${row.answerId ?? 0}|${row.ref}`}
                    aria-label={`Choose ${row.ref}`}
                    className="size-4 accent-accent"
                  />
                </td>
              )}
              <td className="py-2.5 pr-4">
                <Link href={`/desk/law-changes/impacts/${row.id}`} className="font-medium text-ink" prefetch={false}>
                  <span className="text-muted tabular-nums">{row.ref}</span> <span className="line-clamp-2 font-serif">{row.title}</span>
                </Link>
                {withChange && (
                  <p className="mt-0.5 text-sm text-muted">
                    {row.change}, {row.actTitle}
                  </p>
                )}
                {row.state === 'to check' && <p className="mt-1 border-l-4 border-rule-strong pl-3 font-serif text-sm">{row.reason}</p>}
              </td>
              <td className="py-2.5 pr-4 text-sm first-letter:uppercase">
                {row.state}
                {row.version && <span className="block text-xs text-muted">version {row.version.number}</span>}
              </td>
              <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">{row.person}</td>
              <td className="hidden py-2.5 text-sm text-muted sm:table-cell">
                <time dateTime={row.dueOn}>{renderDate(row.dueOn)}</time>
                {row.dueOn < today && !/^(updated|not affected)$/.test(row.state) && (
                  <span className="block font-semibold text-bad">overdue</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
