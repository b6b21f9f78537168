// What a version changes: structure as sentences, prose word by word. Added and removed are told by words and marks, never by colour alone.
import { type Change, type Comparison as Compared, compareProse, type ProseRun } from '#lib/measures/compare.ts'
import type { ChangeKind } from '#lib/measures/content.ts'

type Props = { comparison: Compared; against: string | null; changeKind: ChangeKind | null; changeNote: string }

const marks: Record<Change['kind'], string> = { added: '+', removed: '−', changed: '≠', moved: '↕' }

export function Comparison({ comparison, against, changeKind, changeNote }: Props) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="text-xl font-semibold">
        {against === null ? 'A new measure' : 'What changes'}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {against === null ? 'Nothing of it is published yet: all of it is new.' : `Compared with ${against}.`}
      </p>
      {(changeKind !== null || changeNote !== '') && (
        <div className="mt-3 border-l-4 border-rule-strong pl-3">
          <p className="font-semibold first-letter:uppercase">{changeKind ?? 'no change kind'}</p>
          <p className="whitespace-pre-wrap">{changeNote}</p>
        </div>
      )}
      {against !== null && (
        <>
          {comparison.same && <p className="mt-3">Nothing that readers see is different.</p>}
          <ul className="mt-3 divide-y divide-rule border-y border-rule">
            {comparison.changes.map((change) => (
              <ChangeLine key={`${change.sentence} ${change.before} ${change.after}`} change={change} />
            ))}
          </ul>
          {comparison.changes.some(({ field }) => field === 'description') && (
            <>
              <h3 className="mt-6 mb-2 text-lg font-semibold">Description, word by word</h3>
              <Prose runs={comparison.description} />
            </>
          )}
        </>
      )}
    </section>
  )
}

function ChangeLine({ change }: { change: Change }) {
  return (
    <li className="grid grid-cols-[1.5rem_1fr] py-2">
      <span aria-hidden="true" className="font-bold text-muted">
        {marks[change.kind]}
      </span>
      <div className="min-w-0">
        <p>{change.sentence}</p>
        {change.before !== undefined && change.after !== undefined && (
          <div className="mt-1">
            <Prose runs={compareProse(change.before, change.after)} />
          </div>
        )}
      </div>
    </li>
  )
}

export function Prose({ runs }: { runs: readonly ProseRun[] }) {
  let at = 0
  return (
    <div className="font-serif whitespace-pre-wrap wrap-anywhere">
      {runs.map(({ kind, text }) => {
        const key = at
        at += text.length + 1
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </div>
  )
}
