// A list of versions at the desk: what, in which state, since when, by whom.
import Link from 'next/link'
import type { VersionState } from '#lib/measures/version.ts'
import { Moment } from './moment.tsx'
import { StateBadge } from './state-badge.tsx'

export type VersionRow = {
  ref: string
  title: string
  number: number
  state: VersionState
  at: Date
  author: string
  href: string
  note?: string
  /** Who sees it through, where that is worth saying. */
  responsible?: string | null
}

/** With `choosing`, each row has a box that a form around the table sends as `item`. */
type Props = { rows: readonly VersionRow[]; caption: string; what?: string; who?: string; choosing?: boolean }

export function VersionTable({ rows, caption, what = 'Measure', who = 'Last written by', choosing = false }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            {choosing && (
              <th scope="col" className="w-9">
                <span className="sr-only">Chosen</span>
              </th>
            )}
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              {what}
            </th>
            <th scope="col" className="w-28 py-1.5 pr-4 font-semibold">
              State
            </th>
            <th scope="col" className="hidden w-44 py-1.5 pr-4 font-semibold sm:table-cell">
              {who}
            </th>
            <th scope="col" className="hidden w-36 py-1.5 font-semibold sm:table-cell">
              Since (UTC)
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ref} ${row.number}`} className="border-b border-rule align-top">
              {choosing && (
                <td className="py-3">
                  <input type="checkbox" name="item" value={row.ref} aria-label={`Choose ${row.ref}`} className="size-4 accent-accent" />
                </td>
              )}
              <td className="py-2.5 pr-4">
                <Link href={row.href} className="font-medium text-ink">
                  <span className="text-muted tabular-nums">{row.ref}</span> <span className="line-clamp-2 font-serif">{row.title}</span>
                </Link>
                {row.note && <p className="mt-0.5 line-clamp-3 text-sm text-muted wrap-anywhere">{row.note}</p>}
              </td>
              <td className="py-2.5 pr-4">
                <StateBadge state={row.state} />
                {what === 'Measure' && <span className="mt-1 block text-xs whitespace-nowrap text-muted">version {row.number}</span>}
              </td>
              <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">
                {row.author}
                {row.responsible && row.responsible !== row.author && (
                  <span className="mt-0.5 block text-xs text-muted">given to {row.responsible}</span>
                )}
              </td>
              <td className="hidden py-2.5 text-sm text-muted sm:table-cell">
                <Moment at={row.at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
