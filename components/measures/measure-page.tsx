// How the page of a measure or of one version is laid out: text, and beside it the record. On paper it carries its permanent address.
import type { ReactNode } from 'react'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Props = { address: string; today: string; heading: ReactNode; notice?: ReactNode; aside?: ReactNode; children: ReactNode }

export function MeasurePage({ address, today, heading, notice, aside, children }: Props) {
  return (
    <article>
      <p className="mb-6 hidden border-b border-rule-strong pb-2 text-sm print:block">
        As Amended. {address}. Printed on {renderDate(today)}.
      </p>
      {notice}
      {heading}
      <div className="gap-x-14 lg:grid lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)] print:block">
        <div className="min-w-0">{children}</div>
        {aside && <aside className="mt-10 min-w-0 lg:mt-8">{aside}</aside>}
      </div>
    </article>
  )
}
