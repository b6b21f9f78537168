// One published version of a measure at its permanent address, whatever came later.
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Citation } from '#components/measures/citation.tsx'
import { describeMeasure } from '#components/measures/describe-measure.ts'
import { EmergencyNotice } from '#components/measures/emergency-notice.tsx'
import { MeasureTitle } from '#components/measures/measure-heading.tsx'
import { MeasurePage } from '#components/measures/measure-page.tsx'
import { MeasureSection } from '#components/measures/measure-section.tsx'
import { MeasureText } from '#components/measures/measure-text.tsx'
import { VersionHistory } from '#components/measures/version-history.tsx'
import { VersionNotice } from '#components/measures/version-notice.tsx'
import { VersionRecord } from '#components/measures/version-record.tsx'
import { getMeasure, getVersion, listVersions } from '#lib/published/queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'

export const dynamic = 'force-dynamic'

const versionOf = cache(getVersion)
const numberOf = (text: string): number => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : Number.NaN)

export async function generateMetadata({ params }: PageProps<'/measures/[ref]/versions/[n]'>): Promise<Metadata> {
  const { ref, n } = await params
  const version = await versionOf(ref.toUpperCase(), numberOf(n))
  if (!version) return { title: 'No such version' }
  const described = describeMeasure(version, version.links.version, version.version.number)
  return version.version.state === 'published' ? described : { ...described, robots: { index: false } }
}

export default async function OneVersionPage({ params }: PageProps<'/measures/[ref]/versions/[n]'>) {
  const given = await params
  const ref = given.ref.toUpperCase()
  const [version, current, versions] = await Promise.all([versionOf(ref, numberOf(given.n)), getMeasure(ref), listVersions(ref)])
  if (!version || !current || !versions) notFound()
  if (given.ref !== ref) permanentRedirect(version.links.version)
  const today = systemClock().toISOString().slice(0, 10)
  return (
    <MeasurePage
      address={`${env.baseUrl}${version.links.version}`}
      today={today}
      heading={<MeasureTitle measure={version} />}
      notice={
        <>
          <VersionNotice measure={version} current={current} />
          <EmergencyNotice measure={version} />
        </>
      }
      aside={
        <>
          <VersionRecord measure={version} />
          <Citation measure={version} baseUrl={env.baseUrl} />
        </>
      }
    >
      <MeasureText measure={version} id={ref} today={today} />
      <MeasureSection id="versions" title="Versions">
        <VersionHistory versions={versions} shown={version.version.number} />
      </MeasureSection>
    </MeasurePage>
  )
}
