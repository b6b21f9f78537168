// Two texts in one: what was removed and what was added, told by line and mark, and in words to who cannot see them.
import type { ProseRun } from '#lib/measures/compare.ts'
import { keyed } from './keyed.ts'

export function ProseRuns({ runs }: { runs: readonly ProseRun[] }) {
  return keyed(runs).map(({ key, row }) => <Run key={key} run={row} />)
}

function Run({ run: { kind, text } }: { run: ProseRun }) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only">{kind === 'added' ? ' [added: ' : ' [removed: '}</span>
      {text}
      <span className="sr-only">] </span>
    </Mark>
  )
}
