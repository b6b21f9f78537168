// Two revisions of a measure side by side in words: what differs, who saved each, and what can be brought back.
import type { ReactNode } from 'react'
import { ComparisonView } from '#components/measures/comparison.tsx'
import type { Comparison } from '#lib/measures/compare.ts'
import { type RevisionName, revisionName } from '#lib/measures/revision.ts'
import { Moment } from '../desk/moment.tsx'

type Saved = RevisionName & { author: string; at: Date; digest: string }
type Props = { from: Saved; to: Saved; comparison: Comparison; restoring: ReactNode[]; hint: string }

export function RevisionsCompared({ from, to, comparison, restoring, hint }: Props) {
  return (
    <section aria-labelledby="compared" className="mt-6 border border-rule bg-surface p-4 sm:p-6">
      <h2 id="compared" className="text-xl font-semibold">
        From {revisionName(from)} to {revisionName(to)}
      </h2>
      <dl className="mt-2 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {[from, to].map((one) => (
          <div key={revisionName(one)}>
            <dt className="font-semibold tabular-nums">{revisionName(one)}</dt>
            <dd className="text-muted">
              {one.author}, <Moment at={one.at} /> UTC
              <code className="block break-all">{one.digest.slice(0, 16)}…</code>
            </dd>
          </div>
        ))}
      </dl>
      <ComparisonView comparison={comparison} headingLevel={3} />
      {restoring.length > 0 && (
        <div className="mt-8 border-t border-rule pt-4">
          <p className="mb-3 text-sm text-muted">{hint}</p>
          <div className="flex flex-wrap items-start gap-3">{restoring}</div>
        </div>
      )}
    </section>
  )
}
