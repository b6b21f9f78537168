// All measures, asked by words, economy, place in the taxonomy and two clocks; the whole question is in the address.
import type { Metadata } from 'next'
import { askedOf, FilterChips } from '#components/measures/filter-chips.tsx'
import { FilterForm } from '#components/measures/filter-form.tsx'
import { MeasureEntry } from '#components/measures/measure-entry.tsx'
import { NoMeasures } from '#components/measures/no-measures.tsx'
import { DownloadLinks } from '#components/site/download-links.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { filterOf, measuresPath } from '#lib/published/filters.ts'
import { findMeasures, listEconomies, listPillars } from '#lib/published/queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageProps<'/measures'>): Promise<Metadata> {
  const { filter } = filterOf(await searchParams)
  return {
    title: filter.q ? `Measures: ${filter.q}` : 'Measures',
    description: 'Search and filter the published measures by economy, pillar, sub-pillar, words, and the day on which they were in force.',
    alternates: { canonical: measuresPath(filter) },
    ...(filter.q || filter.asOf || filter.inForceOn ? { robots: { index: false } } : {}),
  }
}

export default async function MeasuresPage({ searchParams }: PageProps<'/measures'>) {
  const { filter, problems } = filterOf(await searchParams)
  const [list, economies, pillars] = await Promise.all([findMeasures(filter), listEconomies(), listPillars()])
  const asked = askedOf(filter, economies, pillars).map(({ words }) => words)
  const first = (list.page - 1) * list.perPage + 1
  return (
    <>
      <PageHeading title="Measures">
        <p className="hidden text-base print:block">{asked.join(', ')}</p>
      </PageHeading>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[16rem_minmax(0,1fr)] print:block">
        <div>
          <FilterForm filter={filter} problems={problems} economies={economies} pillars={pillars} />
        </div>
        <section aria-labelledby="results" className="min-w-0">
          <FilterChips filter={filter} economies={economies} pillars={pillars} />
          <h2 id="results" className="mb-3 font-sans text-base font-semibold">
            {list.total.toLocaleString('en')} {list.total === 1 ? 'measure' : 'measures'}
            {list.items.length > 0 && list.total > list.perPage && (
              <span className="font-normal text-muted">
                , {first.toLocaleString('en')} to {(first + list.items.length - 1).toLocaleString('en')} shown
              </span>
            )}
          </h2>
          {list.items.length === 0 ? (
            <NoMeasures filter={filter} total={list.total} />
          ) : (
            list.items.map((measure) => (
              <MeasureEntry key={measure.ref} measure={measure} text="excerpt" level={3} atVersion={filter.asOf !== undefined} />
            ))
          )}
          <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={(page) => measuresPath({ ...filter, page })} />
          {list.total > 0 && <DownloadLinks filter={filter} />}
        </section>
      </div>
    </>
  )
}
