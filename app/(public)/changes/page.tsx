// What changed, newest first: publications, corrections, releases and withdrawals.
import type { Metadata } from 'next'
import Link from 'next/link'
import { ChangeItem } from '#components/law-changes/change-item.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { addressOf, pageOf } from '#lib/law-changes/impact-filter.ts'
import { changeKinds } from '#lib/measures/content.ts'
import { listChanges } from '#lib/published/change-queries.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Changes',
  description: 'What was published, corrected, released together and withdrawn, newest first.',
}

const kinds = [...changeKinds, 'release', 'withdrawal'] as const
const names = {
  amendment: 'Amendments',
  correction: 'Corrections',
  reclassification: 'Reclassifications',
  editorial: 'Editorial',
  release: 'Releases',
  withdrawal: 'Withdrawals',
}

export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const asked = await searchParams
  const kind = kinds.find((one) => one === asked.kind)
  const { items, total, page, perPage } = await listChanges({ ...(kind ? { kind } : {}), page: pageOf(asked) })
  return (
    <>
      <PageHeading title="Changes">
        <p>What was published, corrected and withdrawn. Measures that one law change touched are told together.</p>
      </PageHeading>
      <nav aria-label="Kind of change" className="mb-6 flex flex-wrap gap-x-5 gap-y-1">
        {[undefined, ...kinds].map((one) => (
          <Link
            key={one ?? 'all'}
            href={addressOf('/changes', { kind: one ?? '' })}
            prefetch={false}
            aria-current={kind === one ? 'page' : undefined}
            className="aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {one ? names[one] : 'All'}
          </Link>
        ))}
      </nav>
      {items.length === 0 ? (
        <p className="border-t border-rule py-4 text-muted">Nothing of this kind yet.</p>
      ) : (
        <ol className="border-b border-rule">
          {items.map((change) => (
            <ChangeItem key={`${change.at} ${change.is === 'release' ? change.id : change.measure.ref}`} change={change} />
          ))}
        </ol>
      )}
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(next) => addressOf('/changes', { kind: kind ?? '' }, next)} />
    </>
  )
}
