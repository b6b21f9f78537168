// The current measures of one pillar by sub-pillar and economy: the first of each sub-pillar, and the way to the rest.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ClockNotice, OtherDay } from '#components/measures/clock-notice.tsx'
import { MeasureEntry } from '#components/measures/measure-entry.tsx'
import { anchorOf } from '#components/measures/pillar-line.tsx'
import { ContentsList } from '#components/site/contents-list.tsx'
import { FeedLinks, FollowLinks } from '#components/site/feed-links.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { possiblySentence } from '#lib/published/clock-day.ts'
import { clocksOf, measuresPath } from '#lib/published/filters.ts'
import { findMeasures, listPillars } from '#lib/published/queries.ts'

export const dynamic = 'force-dynamic'

const FIRST = 10
const pillarOf = cache(async (number: string) => (await listPillars()).items.find((pillar) => String(pillar.number) === number))

export async function generateMetadata({ params }: PageProps<'/pillars/[number]'>): Promise<Metadata> {
  const pillar = await pillarOf((await params).number)
  if (!pillar) return { title: 'No such pillar' }
  const description = `Measures of all economies on: ${pillar.subPillars.map(({ name }) => name).join('; ')}.`
  return { title: `${pillar.number}. ${pillar.name}`, description, alternates: { canonical: `/pillars/${pillar.number}` } }
}

export default async function PillarPage({ params, searchParams }: PageProps<'/pillars/[number]'>) {
  const pillar = await pillarOf((await params).number)
  if (!pillar) notFound()
  const path = `/pillars/${pillar.number}`
  const { clocks, problems, query } = clocksOf(await searchParams)
  const sections = await Promise.all(
    pillar.subPillars.map(async (part) => {
      const none = part.measures === 0 && query === ''
      const { items, total } = none
        ? { items: [], total: 0 }
        : await findMeasures({ subPillar: [part.code], ...clocks, page: 1, perPage: FIRST })
      return { ...part, id: anchorOf(part.code), items, measures: total }
    }),
  )
  const total = sections.reduce((sum, { measures }) => sum + measures, 0)
  return (
    <>
      <FeedLinks of={`pillars/${pillar.number}`} name={pillar.name} />
      <PageHeading
        above={
          <Link href="/pillars" prefetch={false}>
            Pillar {pillar.number}
          </Link>
        }
        title={pillar.name}
      >
        <p className="text-base">
          {total.toLocaleString('en')} {total === 1 ? 'measure' : 'measures'} in {pillar.subPillars.length} sub-pillars.{' '}
          <Link href={measuresPath({ pillar: [pillar.number], ...clocks })} prefetch={false} className="print:hidden">
            Search and filter them
          </Link>
        </p>
        <p className="text-sm">
          <FollowLinks of={`pillars/${pillar.number}`} changes={`pillar=${pillar.number}`} />
        </p>
      </PageHeading>
      <ClockNotice clocks={clocks} today={path} />
      <OtherDay action={path} clocks={clocks} problems={problems} />
      <div className="gap-x-14 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <div className="mb-10 lg:mb-0">
          <div className="lg:sticky lg:top-6">
            <ContentsList
              items={sections.map(({ id, code, name, measures }) => ({ id, name: `${code} ${name}`, note: String(measures) }))}
            />
          </div>
        </div>
        <div className="min-w-0">
          {sections.map(({ id, code, name, measures, items }) => (
            <section key={code} aria-labelledby={id} className="mb-12">
              <h2 id={id} className="mb-3 border-b-2 border-ink pb-1.5 font-sans text-lg font-semibold">
                <span className="text-muted tabular-nums">{code}</span> {name}
              </h2>
              <div className="[&>article:first-child]:border-t-0">
                {items.map((measure) => (
                  <MeasureEntry
                    key={measure.ref}
                    measure={measure}
                    text="whole"
                    level={3}
                    atVersion={clocks.asOf !== undefined}
                    possibly={clocks.inForceOn === undefined ? undefined : possiblySentence(clocks.inForceOn)}
                  />
                ))}
              </div>
              {measures === 0 && (
                <p className="text-muted">{query === '' ? 'No measure has been published here yet.' : 'No measure here answers that.'}</p>
              )}
              {measures > items.length && (
                <p className="border-t border-rule pt-4">
                  <Link href={measuresPath({ subPillar: [code], ...clocks })} prefetch={false}>
                    All {measures.toLocaleString('en')} measures of {code} {name}
                  </Link>
                </p>
              )}
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
