'use client'
import { keyed } from '#components/measures/keyed.ts'
// Somebody saved since the form was opened: both texts side by side, field by field, and the person decides. Neither is lost.
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { compareProse, type ProseRun } from '#lib/measures/compare.ts'
import { type Difference, differences } from './differences.ts'
import { type Draft, timeOf } from './fields.ts'
import type { Theirs } from './protocol.ts'

type Props = {
  theirs: Theirs | null
  mine: () => Draft
  onKeepMine: (theirs: Theirs) => void
  onTakeTheirs: (theirs: Theirs) => void
  onClose: () => void
}

export function StaleDialog({ theirs, mine, onKeepMine, onTakeTheirs, onClose }: Props) {
  const found = theirs ? differences(theirs.content, mine()) : []
  return (
    <Dialog
      open={theirs !== null}
      onClose={onClose}
      wide
      title={theirs ? `${theirs.author} saved at ${timeOf(theirs.at)}, while you were writing` : ''}
      explanation={
        found.length === 0
          ? 'Both texts are the same: nothing is lost either way.'
          : 'Nothing is lost: revisions are kept for ever. Keeping yours saves it as a new revision on top of theirs; taking theirs keeps yours on this device.'
      }
      actions={
        theirs && (
          <>
            <Button variant="quiet" onClick={onClose}>
              Go on editing
            </Button>
            <Button onClick={() => onTakeTheirs(theirs)}>Take theirs</Button>
            <Button variant="primary" onClick={() => onKeepMine(theirs)}>
              Keep mine
            </Button>
          </>
        )
      }
    >
      {found.map((difference) => (
        <SideBySide key={difference.path} difference={difference} author={theirs?.author ?? ''} />
      ))}
    </Dialog>
  )
}

function SideBySide({ difference, author }: { difference: Difference; author: string }) {
  const runs = compareProse(difference.before, difference.after)
  return (
    <section className="mt-5">
      <h3 className="font-sans text-sm font-semibold">{difference.name}</h3>
      <div className="mt-1 grid gap-3 sm:grid-cols-2">
        <OneSide name="Yours" runs={runs.filter((run) => run.kind !== 'removed')} />
        <OneSide name={`Theirs (${author})`} runs={runs.filter((run) => run.kind !== 'added')} />
      </div>
    </section>
  )
}

function OneSide({ name, runs }: { name: string; runs: ProseRun[] }) {
  return (
    <div className="border border-rule p-2.5">
      <p className="text-xs font-semibold text-muted">{name}</p>
      <p className="font-serif break-words whitespace-pre-wrap">
        {runs.length === 0 && <span className="text-muted">(empty)</span>}
        {keyed(runs).map(({ key, row: { kind, text } }) =>
          kind === 'same' ? (
            <span key={key}>{text}</span>
          ) : (
            <mark key={key} className="bg-added text-ink">
              {text}
            </mark>
          ),
        )}
      </p>
    </div>
  )
}
