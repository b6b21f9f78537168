// The three ways to look at a list: links, because each has its address.
import Link from 'next/link'
import { type MeasureFilter, measuresPath } from '#lib/published/filters.ts'
import { type ListView, listViews } from './list-view.ts'

const names: Record<ListView, string> = { cards: 'Cards', table: 'Table', time: 'Time axis' }

export function ViewLinks({ filter, view }: { filter: MeasureFilter; view: ListView }) {
  return (
    <nav aria-label="Show as" className="print:hidden">
      <ul className="flex text-sm">
        {listViews.map((one) => (
          <li key={one} className="-ml-px">
            <Link
              href={measuresPath(filter, one)}
              prefetch={false}
              aria-current={one === view ? 'true' : undefined}
              className="block border border-rule-strong px-2.5 py-1 text-ink no-underline hover:bg-sunken aria-current:bg-sunken aria-current:font-semibold"
            >
              {names[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
