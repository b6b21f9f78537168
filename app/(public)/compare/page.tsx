// Two economies on one sub-pillar, one economy on two days, or a measure on two days: what is compared is in the address.
import type { Metadata } from 'next'
import Link from 'next/link'
import { CompareForms } from '#components/measures/compare-form.tsx'
import { ComparedPair } from '#components/measures/compared-pair.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { compareFilter, comparePath } from '#lib/published/compare-filter.ts'
import { compared } from '#lib/published/compare-queries.ts'
import { listEconomies, listPillars } from '#lib/published/queries.ts'
import { queryOf } from '#lib/published/query.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageProps<'/compare'>): Promise<Metadata> {
  const { filter } = queryOf(compareFilter, await searchParams)
  const asked = comparePath(filter) !== '/compare'
  return {
    title: 'Compare',
    description: 'Two economies on one sub-pillar, or one of them on two days, side by side.',
    alternates: { canonical: comparePath(filter) },
    ...(asked ? { robots: { index: false } } : {}),
  }
}

export default async function ComparePage({ searchParams }: PageProps<'/compare'>) {
  const { filter, problems } = queryOf(compareFilter, await searchParams)
  const [result, economies, pillars] = await Promise.all([compared(filter), listEconomies(), listPillars()])
  return (
    <>
      <PageHeading title="Compare">
        <p>Two economies on one sub-pillar, or one economy as its measures stood here on two days.</p>
      </PageHeading>
      <CompareForms filter={filter} problems={problems} economies={economies} pillars={pillars} />
      {!result && Object.keys(problems).length === 0 && (
        <p className="reading mt-8">Choose a sub-pillar and an economy to begin. The address of what you see can be kept and sent.</p>
      )}
      {result?.problem && (
        <Banner role="status" className="mt-8">
          {result.problem}{' '}
          {filter.subPillar !== undefined && filter.measure === undefined && (
            <Link href={`/measures?subPillar=${filter.subPillar}`} prefetch={false}>
              All measures on {filter.subPillar}
            </Link>
          )}
          {filter.measure !== undefined && (
            <Link href={result.unknown ? '/measures' : `/measures/${filter.measure}`} prefetch={false}>
              {result.unknown ? 'All measures' : `${filter.measure} and its versions`}
            </Link>
          )}
        </Banner>
      )}
      {result && result.pairs.length > 0 && (
        <>
          <div className="mt-10 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <h2 className="text-2xl font-semibold">{result.title}</h2>
            <nav aria-label="View" className="flex gap-x-5 print:hidden">
              {(['side', 'inline'] as const).map((view) => (
                <Link
                  key={view}
                  href={comparePath({ ...filter, view })}
                  prefetch={false}
                  aria-current={filter.view === view ? 'page' : undefined}
                  className="aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {view === 'side' ? 'Side by side' : 'In one text'}
                </Link>
              ))}
            </nav>
          </div>
          <p className="mt-1 text-muted">
            {result.names[0]} beside {result.names[1]}
          </p>
          {result.pairs.map((pair) => (
            <ComparedPair
              key={`${pair.left?.links.version} ${pair.right?.links.version}`}
              pair={pair}
              names={result.names}
              view={filter.view}
            />
          ))}
        </>
      )}
    </>
  )
}
