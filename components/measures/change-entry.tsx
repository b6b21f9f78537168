// One of the latest changes: the day, what kind of change, what it changed and what the measure says since.
import Link from 'next/link'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { ChangeKindName } from './change-kind.tsx'
import { Day } from './day.tsx'
import { EmergencyLine } from './emergency-notice.tsx'
import { Statements } from './statements.tsx'

export function ChangeEntry({ measure }: { measure: PublishedMeasure }) {
  const { ref, economy, version, subPillar, bases, links } = measure
  return (
    <article className="border-t border-rule py-5">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <Link href={links.html} prefetch={false} className="ref no-underline hover:underline">
          {ref}
        </Link>
        <span>
          {economy.name}, {subPillar.name}
        </span>
      </p>
      <h3 className="statement mt-1 text-xl">
        <Link href={links.html} prefetch={false} className="text-ink no-underline hover:text-accent">
          <Statements bases={bases} />
          <span className="sr-only">{ref}</span>
        </Link>
      </h3>
      <p className="mt-1.5 text-[0.9375rem]">
        <Day at={version.publishedAt} />: <ChangeKindName kind={version.changeKind} />
        {version.changeNote && <span className="line-clamp-2 text-muted">{version.changeNote}</span>}
      </p>
      <EmergencyLine version={version} />
    </article>
  )
}
