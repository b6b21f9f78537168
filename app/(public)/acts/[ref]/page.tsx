// An act: its titles, its events on a time axis, every current measure that rests on it. One that was merged leads on for good.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ActFacts } from '#components/acts/act-facts.tsx'
import { ActTimeline } from '#components/acts/act-timeline.tsx'
import { OriginalTitle } from '#components/acts/act-titles.tsx'
import { MeasureEntry } from '#components/measures/measure-entry.tsx'
import { MeasureSection } from '#components/measures/measure-section.tsx'
import { StatementText } from '#components/measures/statement-text.tsx'
import { withCard } from '#components/pictures/card-metadata.ts'
import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { FeedLinks, FollowLinks } from '#components/site/feed-links.tsx'
import { StructuredData } from '#components/site/structured-data.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { legislationData } from '#lib/exports/linked-data.ts'
import { getAct, measuresOfAct } from '#lib/published/act-queries.ts'
import { filterOf } from '#lib/published/filters.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'

export const dynamic = 'force-dynamic'

const actOf = cache(getAct)

export async function generateMetadata({ params }: PageProps<'/acts/[ref]'>): Promise<Metadata> {
  const act = await actOf((await params).ref.toUpperCase())
  if (!act) return { title: 'No such act' }
  const statement = renderStatement(act.events)
  const title = `${act.title} (${act.ref})`
  const description = `${act.belongsTo}. ${statement ? `${statement}. ` : ''}Its events and the measures that rest on it.`
  const url = `/acts/${act.ref}`
  return { title, description, alternates: { canonical: url }, ...withCard(act.ref, { title, description, url }) }
}

export default async function ActPage({ params, searchParams }: PageProps<'/acts/[ref]'>) {
  const given = (await params).ref
  const act = await actOf(given.toUpperCase())
  if (!act) notFound()
  if (act.mergedInto) permanentRedirect(`/acts/${act.mergedInto}`)
  const path = `/acts/${act.ref}`
  if (given !== act.ref) permanentRedirect(path)
  const { page } = filterOf({ page: (await searchParams).page }).filter
  const measures = await measuresOfAct(act.ref, page)
  if (measures.items.length === 0 && page > 1) notFound()
  return (
    <article>
      <FeedLinks of={`acts/${act.ref}`} name={act.title} />
      <StructuredData data={legislationData(act, env.baseUrl)} />
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="ref text-base text-accent">{act.ref}</span>
        <Link href={`/acts?economy=${act.owner}`} prefetch={false} className="text-ink no-underline hover:underline">
          {act.belongsTo}
        </Link>
      </p>
      <h1 className="mt-2 max-w-[30ch] text-3xl font-semibold wrap-anywhere sm:text-4xl">{act.title}</h1>
      <OriginalTitle
        title={act.originalTitle}
        language={act.originalLanguage}
        named
        className="mt-2 font-serif text-xl leading-snug text-muted wrap-anywhere"
      />
      {act.events.length > 0 && (
        <p className="statement mt-6 border-t-2 border-ink pt-5 text-[1.625rem] text-balance">
          <StatementText text={renderStatement(act.events)} />
        </p>
      )}
      <ActFacts act={act} />
      <MeasureSection id="timeline" title="Timeline">
        <ActTimeline events={act.events} title={act.title} today={systemClock().toISOString().slice(0, 10)} />
        {act.events.length > 0 && <PictureDownloads name={`acts/${act.ref}`} />}
      </MeasureSection>
      <MeasureSection id="measures" title={`Measures that rest on it: ${measures.total.toLocaleString('en')}`}>
        {measures.items.length === 0 && <p className="reading">No current measure rests on it; an earlier version of one did.</p>}
        <p className="mb-2 text-sm text-muted">
          <FollowLinks of={`acts/${act.ref}`} changes={`act=${act.ref}`} />
        </p>
        <div className="[&>article:first-child]:border-t-0">
          {measures.items.map((measure) => (
            <MeasureEntry key={measure.ref} measure={measure} text="excerpt" level={3} />
          ))}
        </div>
        <Pager
          page={measures.page}
          pages={Math.ceil(measures.total / measures.perPage)}
          href={(to) => (to === 1 ? path : `${path}?page=${to}`)}
        />
      </MeasureSection>
    </article>
  )
}
