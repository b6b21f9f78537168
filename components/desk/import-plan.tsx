// The measures of an import as they would become: outcome, place, statements, titles, coverage.
import Link from 'next/link'
import type { MeasureText } from '#lib/published/schema.ts'
import { ActChoice, type ChoiceOfAct } from './act-choice.tsx'

type Item = {
  ordinal: number
  line: number
  outcome: 'create' | 'same' | 'problem'
  ref: string | null
  economyName: string
  text: MeasureText | null
  problems: { line: number; message: string }[]
  /** The act of each basis, by its place; none of what is created already. */
  acts: Map<number, ChoiceOfAct>
}

const looks = { create: 'text-good', same: 'text-muted', problem: 'text-bad' }

// Not a prop named `ref`: React keeps that name for itself, and refuses it on the server.
function Outcome({ outcome, on }: { outcome: Item['outcome']; on: string | null }) {
  const link = on && (
    <Link href={`/desk/measures/${on}`} className="tabular-nums">
      {on}
    </Link>
  )
  if (outcome === 'create') return link ? <>Created: {link}</> : <>Would be created</>
  if (outcome === 'same') return link ? <>Same as {link}</> : <>Same as an earlier one of this file</>
  return <>Problem: not created</>
}

export function ImportPlan({ items }: { items: readonly Item[] }) {
  return (
    <ol className="border-t border-rule">
      {items.map((item) => (
        <li key={item.ordinal} className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[11rem_1fr]">
          <div className="text-sm">
            <p className={`font-semibold ${looks[item.outcome]}`}>
              <Outcome outcome={item.outcome} on={item.ref} />
            </p>
            <p className="text-muted">
              {item.economyName}, line {item.line}
            </p>
          </div>
          {item.outcome === 'problem' && (
            <ul className="min-w-0 text-sm wrap-anywhere">
              {item.problems.map((problem) => (
                <li key={`${problem.line} ${problem.message}`}>
                  line {problem.line}: {problem.message}
                </li>
              ))}
            </ul>
          )}
          {item.text && (
            <div className="min-w-0">
              {item.text.bases.map((basis, position) => {
                const act = item.acts.get(position)
                return <PlannedBasis key={act?.id ?? `${basis.statement} ${basis.title}`} basis={basis} act={act} />
              })}
              <p className="line-clamp-2 text-sm wrap-anywhere">{item.text.description}</p>
              <p className="mt-1 text-sm text-muted">
                {item.text.subPillar.code} {item.text.subPillar.name} · {item.text.coverage}
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function PlannedBasis({ basis, act }: { basis: MeasureText['bases'][number]; act: ChoiceOfAct | undefined }) {
  return (
    <>
      <p className="wrap-anywhere">
        <span className="font-serif font-semibold">{basis.statement || '…'}</span> <span>{basis.title}</span>
      </p>
      {act && <ActChoice basis={act} title={basis.title} />}
    </>
  )
}
