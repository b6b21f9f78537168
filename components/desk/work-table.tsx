// A list of work on measures as a table: its columns, of which a phone shows the kept ones, and the cell that names the measure.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'

export type WorkColumn = { name: string; className?: string; hidden?: true }

export function WorkTable({ caption, columns, children }: { caption: string; columns: readonly WorkColumn[]; children: ReactNode }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            {columns.map(({ name, className, hidden }) => (
              <th key={name} scope="col" className={cx('py-1.5 pr-4 font-semibold', className)}>
                {hidden ? <span className="sr-only">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export function MeasureCell({
  href,
  measureRef,
  title,
  children,
}: {
  href: string
  measureRef: string
  title: string
  children?: ReactNode
}) {
  return (
    <td className="py-2.5 pr-4">
      <Link href={href} className="font-medium text-ink" prefetch={false}>
        <span className="text-muted tabular-nums">{measureRef}</span> <span className="line-clamp-2 font-serif">{title}</span>
      </Link>
      {children}
    </td>
  )
}
