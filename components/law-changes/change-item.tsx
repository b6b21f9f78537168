// One entry of the public changes: a publication, a release of several measures with its one note, or a withdrawal.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ChangeKindName } from '#components/measures/change-kind.tsx'
import { Day } from '#components/measures/day.tsx'
import type { ChangedMeasure, PublicChange } from '#lib/published/change-queries.ts'

export function ChangeItem({ change }: { change: PublicChange }) {
  if (change.is === 'release') {
    const { measures, actTitle, change: name, note, at } = change
    return (
      <Entry
        at={at}
        kind={
          <span className="font-semibold">
            Release of {measures.length} {measures.length === 1 ? 'measure' : 'measures'}
          </span>
        }
      >
        <h2 className="font-sans text-base font-semibold">
          {name}, {actTitle}
        </h2>
        <p className="mt-1 whitespace-pre-wrap">{note}</p>
        <ul className="mt-2 space-y-1">
          {measures.map((measure) => (
            <li key={measure.ref}>
              <Measure measure={measure} />
            </li>
          ))}
        </ul>
      </Entry>
    )
  }
  const { measure, at } = change
  const withdrawn = change.is === 'withdrawal'
  return (
    <Entry at={at} kind={withdrawn ? <span className="font-semibold">Withdrawn</span> : <ChangeKindName kind={measure.changeKind} />}>
      <Measure measure={measure} />
      <p className="mt-1 whitespace-pre-wrap text-muted">{withdrawn ? change.reason : measure.changeNote}</p>
    </Entry>
  )
}

function Entry({ at, kind, children }: { at: string; kind: ReactNode; children: ReactNode }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-t border-rule py-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-[0.9375rem]">
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
