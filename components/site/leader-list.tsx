// Names with their numbers of measures, joined by a dotted leader as in a printed table of contents.
import Link from 'next/link'
import { cx } from '#components/ui/cx.ts'

export type LeaderItem = { href: string; mark: string; name: string; measures: number }

export function LeaderList({ items, columns = false }: { items: LeaderItem[]; columns?: boolean }) {
  return (
    <ul className={cx('gap-x-12', columns && 'sm:columns-2 lg:columns-3')}>
      {items.map(({ href, mark, name, measures }) => (
        <li key={href} className="flex break-inside-avoid items-end gap-2 py-1">
          <span className="ref w-10 shrink-0 self-start pt-px text-muted">{mark}</span>
          <Link href={href} prefetch={false} className="min-w-0 text-ink no-underline hover:text-accent hover:underline">
            {name}
          </Link>
          <span aria-hidden="true" className="mb-[0.45em] min-w-4 grow border-b border-dotted border-rule-strong" />
          <span className="text-sm text-muted tabular-nums">
            {measures.toLocaleString('en')}
            <span className="sr-only"> {measures === 1 ? 'measure' : 'measures'}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
