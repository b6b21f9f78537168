// Two versions compared: the structure as sentences, the prose word by word. What was added and removed is told by mark and line, not by colour alone.
import type { Change, Comparison, ProseRun } from '#lib/measures/compare.ts'
import { keyed } from './keyed.ts'

const groups: { field: Change['field']; name: string }[] = [
  { field: 'subPillar', name: 'Place in the taxonomy' },
  { field: 'bases', name: 'What it rests on' },
  { field: 'coverage', name: 'Coverage' },
  { field: 'sources', name: 'Sources' },
]
const signs = { added: '+', removed: '−', changed: '≠', moved: '↕' }

export function ComparisonView({ comparison: { changes, description, same } }: { comparison: Comparison }) {
  if (same) return <p className="reading text-lg">The two versions say the same; only their change notes may differ.</p>
  return (
    <>
      {groups.map(({ field, name }) => {
        const found = changes.filter((change) => change.field === field)
        return found.length === 0 ? null : (
          <section key={field} aria-labelledby={`compare-${field}`} className="mt-10">
            <h2 id={`compare-${field}`} className="label mb-3 border-b border-rule pb-1.5">
              {name}
            </h2>
            <ul className="space-y-3">
              {found.map((change) => (
                <ChangeLine key={`${change.sentence} ${change.before} ${change.after}`} change={change} />
              ))}
            </ul>
          </section>
        )
      })}
      <section aria-labelledby="compare-description" className="mt-10">
        <h2 id="compare-description" className="label mb-3 border-b border-rule pb-1.5">
          Description
        </h2>
        {changes.some(({ field }) => field === 'description') ? (
          <p className="reading max-w-[66ch] text-[1.125rem] wrap-anywhere whitespace-pre-wrap">
            {keyed(description).map(({ key, row }) => (
              <Run key={key} run={row} />
            ))}
          </p>
        ) : (
          <p className="text-muted">The description is the same in both.</p>
        )}
      </section>
    </>
  )
}

function ChangeLine({ change: { kind, sentence, before, after } }: { change: Change }) {
  const told = before !== undefined || after !== undefined
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] wrap-anywhere">
      <span aria-hidden="true" className="font-semibold text-muted">
        {signs[kind]}
      </span>
      <div>
        <p>{sentence}</p>
        {told && (
          <dl className="reading mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 leading-snug">
            <dt className="label pt-1">Before</dt>
            <dd>{before ? <del>{before}</del> : <span className="text-muted">nothing</span>}</dd>
            <dt className="label pt-1">After</dt>
            <dd>{after ? <ins>{after}</ins> : <span className="text-muted">nothing</span>}</dd>
          </dl>
        )}
      </div>
    </li>
  )
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
