// Measures by when their texts are due for checking. Without a check the age counts from the first publication, and the table says so.
import Link from 'next/link'
import type { CheckLine } from '#lib/measures/verification.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Props = { rows: readonly CheckLine[]; caption: string; today: string }

export function CheckTable({ rows, caption, today }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Measure
            </th>
            <th scope="col" className="hidden w-44 py-1.5 pr-4 font-semibold sm:table-cell">
              Last checked
            </th>
            <th scope="col" className="w-36 py-1.5 font-semibold">
              Due
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref} className="border-b border-rule align-top">
              <td className="py-2.5 pr-4">
                <Link href={`/desk/measures/${row.ref}`} className="font-medium text-ink">
                  <span className="text-muted tabular-nums">{row.ref}</span> <span className="line-clamp-2 font-serif">{row.title}</span>
                </Link>
                <p className="mt-0.5 text-sm text-muted">
                  {row.economyName} · {row.subPillar}
                  <span className="sm:hidden"> · {lastChecked(row)}</span>
                </p>
              </td>
              <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">{lastChecked(row)}</td>
              <td className="py-2.5 text-sm">
                {row.dueOn <= today && <strong className="block font-semibold text-warn">Due</strong>}
                <span className="tabular-nums">{renderDate(row.dueOn)}</span>
                <span className="block text-muted">every {row.months} months</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const lastChecked = ({ since, checked }: CheckLine) => (checked ? renderDate(since) : `Not since ${renderDate(since)}`)
