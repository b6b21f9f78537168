// Law changes as a list: which act, what happened, where it stands, how many impacts are open.
import Link from 'next/link'
import { Moment } from '#components/desk/moment.tsx'

type Line = {
  id: number
  actTitle: string
  actRef: string
  name: string
  state: string
  by: string
  at: Date
  open: number
  impacts: number
}

export function LawChangeTable({ rows, caption }: { rows: readonly Line[]; caption: string }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Law change
            </th>
            <th scope="col" className="w-28 py-1.5 pr-4 font-semibold">
              State
            </th>
            <th scope="col" className="hidden w-36 py-1.5 pr-4 font-semibold sm:table-cell">
              Open impacts
            </th>
            <th scope="col" className="hidden w-44 py-1.5 font-semibold sm:table-cell">
              Proposed (UTC)
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule align-top">
              <td className="py-2.5 pr-4">
                <Link href={`/desk/law-changes/${row.id}`} className="font-medium text-ink">
                  {row.name} <span className="line-clamp-2 font-serif">{row.actTitle}</span>
                </Link>
              </td>
              <td className="py-2.5 pr-4 text-sm first-letter:uppercase">{row.state}</td>
              <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">
                {row.state === 'confirmed' ? `${row.open} of ${row.impacts}` : ''}
              </td>
              <td className="hidden py-2.5 text-sm text-muted sm:table-cell">
                <Moment at={row.at} />
                <span className="block">{row.by}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
