// An economy at a glance, above its measures: beside the others, along time, and how fresh what is said of it is.
import Link from 'next/link'
import { ChangeKindName } from '#components/measures/change-kind.tsx'
import { Day } from '#components/measures/day.tsx'
import type { Bars } from '#lib/pictures/bars.ts'
import type { PillarLine } from '#lib/pictures/profile.ts'
import type { LatestChange, LawEvent } from '#lib/published/profile-queries.ts'
import { labelOf } from '#lib/timeline/legal-event.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'
import { BarsPicture } from './bars-picture.tsx'
import { PictureDownloads } from './picture-downloads.tsx'
import { PillarProfile } from './pillar-profile.tsx'

type Props = {
  economy: { code: string; name: string }
  profile: { lines: PillarLine[]; max: number; economies: number }
  bars: Bars
  events: LawEvent[]
  changes: LatestChange[]
  checks: { checked: number; oldest: string | null; newest: string | null }
  measures: number
  today: string
}

export function EconomyProfile({ economy, profile, bars, events, changes, checks, measures, today }: Props) {
  const heading = 'mb-4 text-2xl font-semibold'
  return (
    <div className="mb-14 grid gap-x-14 gap-y-12 border-b border-rule-strong pb-10 lg:grid-cols-2">
      <section aria-labelledby="profile" className="min-w-0">
        <h2 id="profile" className={heading}>
          Beside other economies
        </h2>
        <PillarProfile economy={economy} {...profile} />
        <h2 className="mt-10 mb-3 text-2xl font-semibold">Latest changes here</h2>
        <ul className="text-[0.9375rem]">
          {changes.map(({ ref, number, at, changeKind, subPillar }) => (
            <li key={`${ref} ${number}`} className="flex flex-wrap gap-x-3 border-t border-rule py-1.5">
              <span className="w-36 shrink-0 text-muted">
                <Day at={at} />
              </span>
              <span className="min-w-0 grow basis-48">
                <Link href={`/measures/${ref}`} prefetch={false} className="ref">
                  {ref}
                </Link>
                , {subPillar}: <ChangeKindName kind={changeKind} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <div className="min-w-0">
        {events.length > 0 && (
          <section aria-labelledby="events">
            <h2 id="events" className={heading}>
              Events in its law
            </h2>
            <BarsPicture bars={bars} title={`Legal events of ${economy.name} by year`} unit="Year" />
            <ul className="mt-5 text-[0.9375rem]">
              {events.map(({ ref, title, actRef, kind, date }) => (
                <li key={`${actRef ?? title} ${kind} ${date}`} className="flex flex-wrap gap-x-3 border-t border-rule py-1.5">
                  <span className="w-32 shrink-0 text-muted">
                    <time dateTime={date}>{renderDate(date)}</time>
                  </span>
                  <span className="min-w-0 grow basis-48">
                    {labelOf(kind)}
                    {boundsOf(date).first > today && <span className="text-muted">, still ahead</span>}:{' '}
                    <Link href={actRef ? `/acts/${actRef}` : `/measures/${ref}`} prefetch={false}>
                      {title}
                    </Link>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="mt-5 text-[0.9375rem]">
          {checks.newest && checks.oldest ? (
            <>
              Last checked against its sources on <Day at={checks.newest} />
              {checks.checked < measures
                ? `; ${(measures - checks.checked).toLocaleString('en')} of ${measures.toLocaleString('en')} have no recorded check.`
                : checks.oldest === checks.newest
                  ? '.'
                  : `; no check is older than ${renderDate(checks.oldest)}.`}
            </>
          ) : (
            'No check of these measures against their sources is recorded yet.'
          )}
        </p>
        <PictureDownloads name={`economies/${economy.code}`} />
      </div>
    </div>
  )
}
