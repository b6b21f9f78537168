// One entry of the public changes: a publication, a release of several measures with its one note, or a withdrawal.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ChangeKindName } from '#components/measures/change-kind.tsx'
import { Day } from '#components/measures/day.tsx'
import { EmergencyLine } from '#components/measures/emergency-notice.tsx'
import { cx } from '#components/ui/cx.ts'
import type { ChangedMeasure, PublicChange } from '#lib/published/change-queries.ts'

export function ChangeItem({ change }: { change: PublicChange }) {
  if (change.is === 'release') {
    const { measures, of, actRef, actTitle, change: name, note, at } = change
    return (
      <Entry
        at={at}
        kind={
          <span className="font-semibold">
            Release of {of} {of === 1 ? 'measure' : 'measures'}
          </span>
        }
      >
        <h2 className="font-sans text-base font-semibold">
          {name},{' '}
          <Link href={`/acts/${actRef}`} prefetch={false}>
            {actTitle}
          </Link>
        </h2>
        <p className="mt-1 whitespace-pre-wrap">{note}</p>
        <ul className="mt-2 space-y-1">
          {measures.map((measure) => (
            <li key={measure.ref}>
              <Measure measure={measure} />
              <Words measure={measure} />
            </li>
          ))}
        </ul>
        {measures.length < of && <p className="mt-2 text-sm text-muted">And {of - measures.length} that are not asked for here.</p>}
      </Entry>
    )
  }
  const { measure, at } = change
  const withdrawn = change.is === 'withdrawal'
  return (
    <Entry
      at={at}
      mark={withdrawn ? 'border-bad' : measure.changeKind === 'correction' ? 'border-warn' : undefined}
      kind={withdrawn ? <span className="font-semibold text-bad">Withdrawn</span> : <ChangeKindName kind={measure.changeKind} />}
    >
      <Measure measure={measure} />
      <p className="mt-1 whitespace-pre-wrap text-muted">{withdrawn ? change.reason : measure.changeNote}</p>
      {!withdrawn && <EmergencyLine version={measure} />}
      <Words measure={measure} />
    </Entry>
  )
}

/** What differs, in words, and the way to the texts themselves. */
function Words({ measure: { ref, number, words } }: { measure: ChangedMeasure }) {
  if (words.length === 0) return null
  return (
    <>
      <ul className="mt-1.5 list-['–_'] space-y-0.5 pl-4 text-[0.9375rem] wrap-anywhere">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm print:hidden">
        <Link href={`/measures/${ref}/compare?to=${number}`} prefetch={false} rel="nofollow">
          Compare with the version before
          <span className="sr-only"> of {ref}</span>
        </Link>
      </p>
    </>
  )
}

/** `mark` colours a line beside what was mended or taken back; the words beside it say the same. */
function Entry({ at, kind, mark, children }: { at: string; kind: ReactNode; mark?: string | undefined; children: ReactNode }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-t border-rule py-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className={cx('text-[0.9375rem]', mark && 'border-l-4 pl-3', mark)}>
        <Day at={at} />
        <span className="sr-only">: </span>
        <span className="block">{kind}</span>
      </p>
      <div className="min-w-0">{children}</div>
    </li>
  )
}

function Measure({ measure: { ref, number, economy, title } }: { measure: ChangedMeasure }) {
  return (
    <span>
      <Link href={`/measures/${ref}/versions/${number}`} prefetch={false}>
        <span className="ref">{ref}</span>
        <span className="sr-only"> version {number}</span>
      </Link>{' '}
      {economy}, <span className="reading">{title}</span>
    </span>
  )
}
