// The front page: what this is, what changed last, and the ways in.
import type { Metadata } from 'next'
import Link from 'next/link'
import { ChangeEntry } from '#components/measures/change-entry.tsx'
import { CiteAndReuse } from '#components/site/cite-and-reuse.tsx'
import { LeaderList } from '#components/site/leader-list.tsx'
import { SearchForm } from '#components/site/search-form.tsx'
import { StructuredData } from '#components/site/structured-data.tsx'
import { recordData } from '#lib/exports/linked-data.ts'
import { measureFilter } from '#lib/published/filters.ts'
import { findMeasures, listEconomies, listPillars } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function FrontPage() {
  const [latest, economies, pillars] = await Promise.all([
    findMeasures(measureFilter.parse({ perPage: 6 })),
    listEconomies(),
    listPillars(),
  ])
  const covered = economies.items.filter(({ measures }) => measures > 0)
  return (
    <>
      <StructuredData
        data={recordData(env.baseUrl, {
          modified: latest.items[0]?.version.publishedAt,
          economies: covered.length,
          licence: env.dataLicence,
        })}
      />
      <section className="border-b border-rule-strong pb-10 sm:pb-14">
        <h1 className="max-w-[24ch] text-[2.125rem] leading-[1.12] font-semibold tracking-[-0.01em] sm:text-5xl">
          What the law says on digital trade, and how it was amended.
        </h1>
        <p className="reading mt-5 mb-7 max-w-[58ch] text-lg text-muted sm:text-xl">
          A record of measures, economy by economy. Each rests on named acts, is written by one person and approved by another, and keeps
          what it said on any earlier day.
        </p>
        <SearchForm id="search" />
        <p className="mt-3 text-sm text-muted">
          {latest.total.toLocaleString('en')} {latest.total === 1 ? 'measure' : 'measures'} in {covered.length}{' '}
          {covered.length === 1 ? 'economy' : 'economies'}
        </p>
      </section>

      <div className="grid gap-x-16 gap-y-12 pt-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="changes">
          <h2 id="changes" className="mb-4 text-2xl font-semibold">
            Latest changes
          </h2>
          {latest.items.map((measure) => (
            <ChangeEntry key={measure.ref} measure={measure} />
          ))}
          {latest.items.length === 0 && <p className="border-t border-rule py-5 text-muted">Nothing has been published yet.</p>}
          <p className="border-t border-rule pt-4">
            <Link href="/changes" prefetch={false}>
              All changes
            </Link>
            <Link href="/measures" prefetch={false} className="ml-6">
              All measures
            </Link>
          </p>
        </section>
        <section aria-labelledby="pillars">
          <h2 id="pillars" className="mb-4 text-2xl font-semibold">
            Pillars
          </h2>
          <LeaderList
            items={pillars.items.map(({ number, name, measures }) => ({
              href: `/pillars/${number}`,
              mark: String(number),
              name,
              measures,
            }))}
          />
        </section>
      </div>

      {covered.length > 0 && (
        <section aria-labelledby="economies" className="mt-14">
          <h2 id="economies" className="mb-4 border-t border-rule-strong pt-6 text-2xl font-semibold">
            Economies
          </h2>
          <LeaderList
            columns
            items={covered.map(({ code, name, measures }) => ({ href: `/economies/${code}`, mark: code, name, measures }))}
          />
        </section>
      )}
      <CiteAndReuse />
    </>
  )
}
