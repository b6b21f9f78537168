// The statement lines of a measure: one for each basis, in their order.
import type { PublishedBasis } from '#lib/published/schema.ts'
import { keyed } from './keyed.ts'
import { StatementText } from './statement-text.tsx'

/** What stands where a basis has nothing to tell. */
export function statementOf({ statement, kind }: PublishedBasis): string {
  return statement === '' ? (kind === 'figure' ? 'No figure' : 'No dates known') : statement
}

export function Statements({ bases }: { bases: PublishedBasis[] }) {
  return keyed(bases).map(({ key, row }) => (
    <span key={key} className="block pl-[1em] -indent-[1em]">
      <StatementText text={statementOf(row)} />
      <span className="sr-only">. </span>
    </span>
  ))
}
