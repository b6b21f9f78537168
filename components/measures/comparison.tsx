// Two versions compared: the structure as sentences, the prose word by word. What was added and removed is told by mark and line, not by colour alone.
import { type Change, type Comparison, compareProse } from '#lib/measures/compare.ts'
import { ProseRuns } from './prose-runs.tsx'

const groups: { field: Change['field']; name: string }[] = [
  { field: 'subPillar', name: 'Place in the taxonomy' },
  { field: 'bases', name: 'What it rests on' },
  { field: 'coverage', name: 'Coverage' },
  { field: 'sources', name: 'Sources' },
]
const signs = { added: '+', removed: '−', changed: '≠', moved: '↕' }

type Props = { comparison: Comparison; headingLevel?: 2 | 3 }

export function ComparisonView({ comparison: { changes, description, same }, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const
  if (same) return <p className="reading text-lg">The two versions say the same; only their change notes may differ.</p>
  return (
    <>
      {groups.map(({ field, name }) => {
        const found = changes.filter((change) => change.field === field)
        return found.length === 0 ? null : (
          <div key={field} className="mt-10">
            <Heading className="label mb-3 border-b border-rule pb-1.5">{name}</Heading>
            <ul className="space-y-3">
              {found.map((change) => (
                <ChangeLine key={`${change.sentence} ${change.before} ${change.after}`} change={change} />
              ))}
            </ul>
          </div>
        )
      })}
      <div className="mt-10">
        <Heading className="label mb-3 border-b border-rule pb-1.5">Description</Heading>
        {changes.some(({ field }) => field === 'description') ? (
          <p className="reading max-w-[66ch] text-[1.125rem] wrap-anywhere whitespace-pre-wrap">
            <ProseRuns runs={description} />
          </p>
        ) : (
          <p className="text-muted">The description is the same in both.</p>
        )}
      </div>
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
          <p className="reading mt-1 leading-snug">
            <ProseRuns runs={compareProse(before ?? '', after ?? '')} />
          </p>
        )}
      </div>
    </li>
  )
}
