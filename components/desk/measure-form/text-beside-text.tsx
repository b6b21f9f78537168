'use client'
// Two texts side by side, with what differs marked in both.
import { keyed } from '#components/measures/keyed.ts'
import { compareProse, type ProseRun } from '#lib/measures/compare.ts'

type Side = { name: string; text: string }

export function TextBesideText({ left, right }: { left: Side; right: Side }) {
  const runs = compareProse(left.text, right.text)
  return (
    <div className="mt-1 grid gap-3 sm:grid-cols-2">
      <OneSide name={left.name} runs={runs.filter((run) => run.kind !== 'added')} />
      <OneSide name={right.name} runs={runs.filter((run) => run.kind !== 'removed')} />
    </div>
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
