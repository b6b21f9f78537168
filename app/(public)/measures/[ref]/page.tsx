// A measure as it stands now: its text, its record, its history. Of a withdrawn one only the reason and the history.
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Citation } from '#components/measures/citation.tsx'
import { OtherDay } from '#components/measures/clock-notice.tsx'
import { describeMeasure } from '#components/measures/describe-measure.ts'
import { EmergencyNotice } from '#components/measures/emergency-notice.tsx'
import { MeasureTitle } from '#components/measures/measure-heading.tsx'
import { MeasureOnDay } from '#components/measures/measure-on-day.tsx'
import { MeasurePage } from '#components/measures/measure-page.tsx'
import { MeasureSection } from '#components/measures/measure-section.tsx'
import { MeasureText } from '#components/measures/measure-text.tsx'
import { ReviewNotice } from '#components/measures/review-notice.tsx'
import { VersionHistory } from '#components/measures/version-history.tsx'
import { WithdrawnNotice } from '#components/measures/version-notice.tsx'
import { VersionRecord } from '#components/measures/version-record.tsx'
import { FollowLinks } from '#components/site/feed-links.tsx'
import { clocksOf } from '#lib/published/filters.ts'
import { getMeasure, getMeasureAsOf, listVersions } from '#lib/published/queries.ts'
import { dayOf, systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'

export const dynamic = 'force-dynamic'

const measureOf = cache(getMeasure)

export async function generateMetadata({ params }: PageProps<'/measures/[ref]'>): Promise<Metadata> {
  const measure = await measureOf((await params).ref.toUpperCase())
  if (!measure) return { title: 'No such measure' }
  return describeMeasure(measure, measure.links.html)
}

export default async function OneMeasurePage({ params, searchParams }: PageProps<'/measures/[ref]'>) {
  const given = (await params).ref
  const ref = given.toUpperCase()
  const [measure, versions] = await Promise.all([measureOf(ref), listVersions(ref)])
  if (!measure || !versions) notFound()
  if (given !== ref) permanentRedirect(measure.links.html)
  const { clocks, problems, query } = clocksOf(await searchParams)
  const told = clocks.asOf === undefined ? measure : await getMeasureAsOf(ref, clocks.asOf)
  const today = dayOf(systemClock)
  if (query !== '' || Object.keys(problems).length > 0)
    return <MeasureOnDay measure={told} current={measure} versions={versions} clocks={clocks} problems={problems} today={today} />
  return (
    <MeasurePage
      address={`${env.baseUrl}${measure.links.version}`}
      today={today}
      heading={<MeasureTitle measure={measure} />}
      notice={
        <>
          <WithdrawnNotice measure={measure} />
          <ReviewNotice measure={measure} />
          <EmergencyNotice measure={measure} />
        </>
      }
      aside={
        !measure.withdrawn && (
          <>
            <VersionRecord measure={measure} />
            <Citation measure={measure} baseUrl={env.baseUrl} />
          </>
        )
      }
    >
      {!measure.withdrawn && <MeasureText measure={measure} id={ref} today={today} files={`measures/${ref}`} />}
      {!measure.withdrawn && (
        <div className="mt-10">
          <OtherDay action={measure.links.html} clocks={{}} />
        </div>
      )}
      <MeasureSection id="versions" title="Versions">
        <VersionHistory versions={versions} />
        <p className="mt-4 text-sm text-muted">
          <FollowLinks of={`measures/${ref}`} changes={`measure=${ref}`} />
        </p>
      </MeasureSection>
    </MeasurePage>
  )
}
