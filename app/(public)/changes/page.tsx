// What changed, newest first: publications, corrections, releases and withdrawals, each with what differs in words.
import type { Metadata } from 'next'
import Link from 'next/link'
import { readActivity } from '#app/(public)/pictures/activity.ts'
import { ChangeItem } from '#components/law-changes/change-item.tsx'
import { ChangeFilterForm } from '#components/measures/change-filter-form.tsx'
import { BarsPicture } from '#components/pictures/bars-picture.tsx'
import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { FeedLinks } from '#components/site/feed-links.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { type ChangeFilter, changeFilter, changesPath, type KindOfChange, kindsOfChanges } from '#lib/published/change-filter.ts'
import { listChanges } from '#lib/published/change-queries.ts'
import { listEconomies, listPillars } from '#lib/published/queries.ts'
import { queryOf } from '#lib/published/query.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageProps<'/changes'>): Promise<Metadata> {
  const { filter } = queryOf(changeFilter, await searchParams)
  return {
    title: 'Changes',
    description: 'What was published, corrected, released together and withdrawn, newest first, and what each change changed.',
    alternates: { canonical: changesPath(filter) },
  }
}

const names: Record<KindOfChange, string> = {
  first: 'First versions',
  amendment: 'Amendments',
  correction: 'Corrections',
  reclassification: 'Reclassifications',
  editorial: 'Editorial',
  release: 'Releases',
  withdrawal: 'Withdrawals',
}

/** The folder of the feed that has what is asked, and no more; null when there is none. */
function feedOf({ kind, economy, pillar, act, measure }: ChangeFilter): string | null {
  const asked = [
    economy && `/economies/${economy}`,
    pillar && `/pillars/${pillar}`,
    act && `/acts/${act}`,
    measure && `/measures/${measure}`,
  ]
  const given = asked.filter((one) => one !== undefined)
  return kind !== undefined || given.length > 1 ? null : `/feeds${given[0] ?? ''}`
}

export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const { filter, problems } = queryOf(changeFilter, await searchParams)
  const whole = filter.page === 1 && filter.kind === undefined && filter.act === undefined && filter.measure === undefined
  const [{ items, total, page, perPage }, economies, pillars, activity] = await Promise.all([
    listChanges(filter),
    listEconomies(),
    listPillars(),
    whole ? readActivity(filter) : null,
  ])
  const feed = feedOf(filter)
  const only = [filter.act && `act ${filter.act}`, filter.measure && `measure ${filter.measure}`].filter((one) => one !== undefined)
  return (
    <>
      {feed !== null && feed !== '/feeds' && <FeedLinks of={feed.replace('/feeds/', '')} name="these changes" />}
      <PageHeading title="Changes">
        <p>What was published, corrected and withdrawn, and what differs. Measures that one law change touched are told together.</p>
      </PageHeading>
      <nav aria-label="Kind of change" className="mb-5 flex flex-wrap gap-x-5 gap-y-1">
        {[undefined, ...kindsOfChanges].map((one) => (
          <Link
            key={one ?? 'all'}
            href={changesPath({ ...filter, kind: one, page: 1 })}
            prefetch={false}
            aria-current={filter.kind === one ? 'page' : undefined}
            className="aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {one ? names[one] : 'All'}
          </Link>
        ))}
      </nav>
      <ChangeFilterForm filter={filter} problems={problems} economies={economies} pillars={pillars} />
      {activity?.bars && (
        <section aria-labelledby="activity" className="mt-8">
          <h2 id="activity" className="mb-3 font-sans text-base font-semibold">
            {activity.unit === 'month' ? 'By month, in the last three years' : 'By year'}
          </h2>
          <BarsPicture
            bars={activity.bars}
            title={`Versions published and measures withdrawn by ${activity.unit}`}
            unit={activity.unit === 'month' ? 'Month' : 'Year'}
          />
          <PictureDownloads
            name="activity"
            query={changesPath({ economy: filter.economy, pillar: filter.pillar }).replace('/changes', '')}
          />
        </section>
      )}
      <p className="mt-6 mb-4 flex flex-wrap justify-between gap-x-6 text-sm text-muted">
        <span>
          {total.toLocaleString('en')} {total === 1 ? 'change' : 'changes'}
          {only.length > 0 && ` of ${only.join(' and ')}`}
        </span>
        {feed !== null && (
          <span className="print:hidden">
            Follow them as <a href={`${feed}/atom.xml`}>Atom</a> or <a href={`${feed}/feed.json`}>JSON Feed</a>
          </span>
        )}
      </p>
      {items.length === 0 ? (
        <p className="border-t border-rule py-4 text-muted">
          {page > 1 ? 'There is no such page.' : 'Nothing of this kind yet.'} <a href="/changes">All changes</a>
        </p>
      ) : (
        <ol className="border-b border-rule">
          {items.map((change) => (
            <ChangeItem key={`${change.at} ${change.key}`} change={change} />
          ))}
        </ol>
      )}
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(next) => changesPath({ ...filter, page: next })} />
    </>
  )
}
