// The measures of a bulk: which, where each stands, and what would come or came of it.
import Link from 'next/link'
import { cx } from '#components/ui/cx.ts'
import { type ItemState, itemStateNames, plannedStateNames } from '#lib/bulk/bulk.ts'

type Line = { ordinal: number; ref: string; title: string; state: ItemState; said: string; settledAt: Date | null }

const looks: Record<ItemState, string> = {
  waiting: 'border-rule-strong text-muted',
  done: 'border-good text-good bg-good-wash',
  refused: 'border-warn text-warn bg-warn-wash',
  failed: 'border-bad text-bad bg-bad-wash',
}

/** `planned` while nothing is begun. */
export function BulkItems({ items, planned }: { items: readonly Line[]; planned: boolean }) {
  const names = planned ? plannedStateNames : itemStateNames
  return (
    <table className="w-full table-fixed text-left">
      <caption className="sr-only">Measures of this bulk, {planned ? 'and what would come of each' : 'with their results'}</caption>
      <thead className="border-b border-rule-strong text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Measure
          </th>
          <th scope="col" className="w-28 py-1.5 pr-4 font-semibold">
            {planned ? 'Plan' : 'Result'}
          </th>
          <th scope="col" className="hidden w-1/2 py-1.5 font-semibold sm:table-cell">
            {planned ? 'What would come of it' : 'What came of it'}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ ordinal, ref, title, state, said }) => (
          <tr key={ordinal} className="border-b border-rule align-top">
            <td className="py-2.5 pr-4">
              <Link href={`/desk/measures/${ref}`} prefetch={false} className="font-medium text-ink">
                <span className="text-muted tabular-nums">{ref}</span> <span className="line-clamp-2 font-serif">{title}</span>
              </Link>
              <p className="mt-1 text-sm wrap-anywhere sm:hidden">{said}</p>
            </td>
            <td className="py-2.5 pr-4">
              <span className={cx('inline-block rounded-sm border px-1.5 py-px text-xs font-semibold whitespace-nowrap', looks[state])}>
                {names[state]}
              </span>
            </td>
            <td className="hidden py-2.5 text-sm wrap-anywhere sm:table-cell">{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
