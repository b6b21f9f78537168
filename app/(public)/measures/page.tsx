// All measures, asked by words, facets and two clocks; the whole question is in the address.
import type { Metadata } from 'next'
import Link from 'next/link'
import { ClockNotice } from '#components/measures/clock-notice.tsx'
import { askedOf, FilterChips } from '#components/measures/filter-chips.tsx'
import { FilterPanel, WordsForm } from '#components/measures/filter-form.tsx'
import { LeftOut } from '#components/measures/left-out.tsx'
import { viewOf } from '#components/measures/list-view.ts'
import { MeasureEntry } from '#components/measures/measure-entry.tsx'
import { NoMeasures } from '#components/measures/no-measures.tsx'
import { ResultAxis } from '#components/measures/result-axis.tsx'
import { ResultTable } from '#components/measures/result-table.tsx'
import { ViewLinks } from '#components/measures/view-links.tsx'
import { DownloadLinks } from '#components/site/download-links.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { browse } from '#lib/published/browse-queries.ts'
import { lastDayOf, possiblySentence } from '#lib/published/clock-day.ts'
import { filterOf, measuresPath } from '#lib/published/filters.ts'
import { dayOf, systemClock } from '#lib/system/clock.ts'

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
  const params = await searchParams
  const { filter, problems } = filterOf(params)
  const view = viewOf(params.view)
  const { list, facets, found, instead, ideas } = await browse(filter)
  const shown = instead === null ? filter : { ...filter, q: instead }
  const asked = askedOf(shown, facets).map(({ words }) => words)
  const first = (list.page - 1) * list.perPage + 1
  const atVersion = filter.asOf !== undefined
  const day = filter.inForceOn === undefined ? dayOf(systemClock) : lastDayOf(filter.inForceOn)
  return (
    <>
      <PageHeading title="Measures">
        <p className="hidden text-base print:block">{asked.join(', ')}</p>
      </PageHeading>
      <WordsForm filter={filter} problems={problems} view={view} />
      <LeftOut names={Object.keys(problems)} />
      <div className="grid gap-x-14 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)] print:block">
        <FilterPanel filter={filter} problems={problems} facets={facets} />
        <section aria-labelledby="results" className="min-w-0">
          <ClockNotice clocks={filter} today={measuresPath({ ...filter, asOf: undefined, inForceOn: undefined, page: 1 }, view)}>
            {filter.inForceOn !== undefined && filter.lawState === undefined && 'Where the dates are too coarse to be sure, it says so.'}
          </ClockNotice>
          {instead !== null && (
            <p role="status" className="mb-5 text-lg">
              Showing results for{' '}
              <Link href={measuresPath(shown, view)} prefetch={false} className="font-semibold">
                {instead}
              </Link>
              . <span className="whitespace-nowrap text-base text-muted">Nothing has “{filter.q}”:</span>{' '}
              <Link
                href={measuresPath({ ...filter, q: `"${filter.q?.replaceAll('"', '')}"` }, view)}
                rel="nofollow"
                prefetch={false}
                className="text-base"
              >
                search for that instead
              </Link>
            </p>
          )}
          <FilterChips filter={shown} facets={facets} view={view} />
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 id="results" className="font-sans text-base font-semibold">
              {list.total.toLocaleString('en')} {list.total === 1 ? 'measure' : 'measures'}
              {list.items.length > 0 && list.total > list.perPage && (
                <span className="font-normal text-muted">
                  , {first.toLocaleString('en')} to {(first + list.items.length - 1).toLocaleString('en')} shown
                </span>
              )}
            </h2>
            {list.items.length > 0 && <ViewLinks filter={shown} view={view} />}
          </div>
          {list.items.length === 0 && <NoMeasures filter={filter} total={list.total} ideas={ideas} view={view} />}
          {list.items.length > 0 && view === 'table' && (
            <ResultTable items={list.items} found={found} atVersion={atVersion} caption="Measures found" />
          )}
          {list.items.length > 0 && view === 'time' && (
            <ResultAxis items={list.items} today={day} named={filter.inForceOn !== undefined} atVersion={atVersion} />
          )}
          {view === 'cards' &&
            list.items.map((measure) => (
              <MeasureEntry
                key={measure.ref}
                measure={measure}
                text="excerpt"
                level={3}
                atVersion={atVersion}
                found={found.get(`${measure.ref} ${measure.version.number}`)}
                possibly={filter.inForceOn === undefined ? undefined : possiblySentence(filter.inForceOn)}
              />
            ))}
          <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={(page) => measuresPath({ ...shown, page }, view)} />
          {list.total > 0 && <DownloadLinks filter={shown} />}
        </section>
      </div>
    </>
  )
}
