// A measure as the record stood on one day, with the state of its law on another: what is being looked at comes first, and the way back.
import Link from 'next/link'
import type { Clocks } from '#lib/published/clock-day.ts'
import { lastDayOf } from '#lib/published/clock-day.ts'
import type { PublishedMeasure, VersionList } from '#lib/published/schema.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { ClockNotice, OtherDay } from './clock-notice.tsx'
import { Day } from './day.tsx'
import { MeasureTitle } from './measure-heading.tsx'
import { MeasurePage } from './measure-page.tsx'
import { MeasureSection } from './measure-section.tsx'
import { MeasureText } from './measure-text.tsx'
import { VersionHistory } from './version-history.tsx'
import { WithdrawnNotice } from './version-notice.tsx'
import { VersionRecord } from './version-record.tsx'

type Props = {
  /** What was said on the day of the record; null when nothing was. */
  measure: PublishedMeasure | null
  current: PublishedMeasure
  versions: VersionList
  clocks: Clocks
  problems: Record<string, string>
  today: string
}

export function MeasureOnDay({ measure, current, versions, clocks, problems, today }: Props) {
  const shown = measure && (clocks.asOf !== undefined || !current.withdrawn) ? measure : null
  const lawDay = clocks.inForceOn === undefined ? today : lastDayOf(clocks.inForceOn)
  return (
    <MeasurePage
      address={(shown ?? current).links.version}
      today={today}
      heading={<MeasureTitle measure={shown ?? current} />}
      notice={
        <>
          <WithdrawnNotice measure={current} />
          <ClockNotice clocks={clocks} today={current.links.html}>
            {shown && clocks.asOf !== undefined && (
              <>
                That was <Link href={shown.links.version}>version {shown.version.number}</Link>, published on{' '}
                <Day at={shown.version.publishedAt} />
                {shown.version.publishedUntil && (
                  <>
                    {' '}
                    and in place until <Day at={shown.version.publishedUntil} />
                  </>
                )}
                .
              </>
            )}
            {clocks.inForceOn !== undefined &&
              clocks.inForceOn !== lawDay &&
              ` The states are those of ${renderDate(lawDay)}, its last day.`}
          </ClockNotice>
        </>
      }
      aside={shown && <VersionRecord measure={shown} />}
    >
      <OtherDay action={current.links.html} clocks={clocks} problems={problems} />
      {shown ? (
        <MeasureText measure={shown} id={shown.ref} today={lawDay} named={clocks.inForceOn !== undefined} />
      ) : (
        <p className="statement my-8 text-xl">This database said nothing of {current.ref} then. Its versions say when it did:</p>
      )}
      <MeasureSection id="versions" title="Versions">
        <VersionHistory versions={versions} />
      </MeasureSection>
    </MeasurePage>
  )
}
