// The measures that cite an act, as the desk knows them: published or still open.
import Link from 'next/link'
import { StateBadge } from '#components/desk/state-badge.tsx'
import type { VersionState } from '#lib/measures/version.ts'

export type CitingRow = { ref: string; title: string; number: number; state: string; via: string }

export function CitingTable({ rows, act }: { rows: readonly CitingRow[]; act: string }) {
  return (
    <table className="w-full table-fixed text-left">
      <caption className="sr-only">Measures that cite {act}</caption>
      <thead className="border-b border-rule-strong text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Measure
          </th>
          <th scope="col" className="w-32 py-1.5 font-semibold">
            State
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.ref} ${row.number}`} className="border-b border-rule align-top">
            <td className="py-2 pr-4">
              <Link href={`/desk/measures/${row.ref}`} className="font-medium text-ink">
                <span className="text-muted tabular-nums">{row.ref}</span> <span className="line-clamp-2 font-serif">{row.title}</span>
              </Link>
              {row.via !== act && <p className="text-sm text-muted">cites it as {row.via}</p>}
            </td>
            <td className="py-2">
              <StateBadge state={row.state as VersionState} />
              <span className="mt-1 block text-xs text-muted">version {row.number}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
