// One act in the public list: its ref and owner, its title, the statement of its events.
import Link from 'next/link'
import { StatementText } from '#components/measures/statement-text.tsx'
import type { PublishedAct } from '#lib/published/act-queries.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { OriginalTitle } from './act-titles.tsx'

export function ActEntry({ act }: { act: PublishedAct }) {
  const href = `/acts/${act.ref}`
  return (
    <li className="grid gap-x-8 gap-y-1 border-t border-rule py-5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div className="flex items-baseline gap-x-3 sm:block sm:pt-1">
        <span className="ref block text-accent">{act.ref}</span>
        <span className="block text-[0.9375rem] text-muted">{act.belongsTo}</span>
      </div>
      <div className="min-w-0 max-w-[44rem]">
        <h3 className="statement text-xl wrap-anywhere">
          <Link href={href} prefetch={false} className="text-ink no-underline hover:text-accent">
            {act.title}
          </Link>
        </h3>
        <OriginalTitle title={act.originalTitle} language={act.originalLanguage} className="reading mt-1 leading-snug wrap-anywhere" />
        <p className="mt-1.5 text-[0.9375rem] text-muted">
          {act.number && <span className="mr-3">{act.number}</span>}
          {act.events.length > 0 ? <StatementText text={renderStatement(act.events)} /> : 'No dates known'}
        </p>
      </div>
    </li>
  )
}
