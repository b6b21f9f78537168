// What was done to an act, by whom and when, with the words before and after: what the world read of it on an earlier day can be told from it.
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import { ProseRuns } from '#components/measures/prose-runs.tsx'
import type { ActHistoryLine } from '#lib/audit/queries.ts'
import { compareProse } from '#lib/measures/compare.ts'
import { fieldNames } from './field-names.ts'

export function ActHistory({ lines }: { lines: readonly ActHistoryLine[] }) {
  return (
    <Section title="What was done" {...(lines.length === 0 && { count: 0 })} empty="Nothing is recorded.">
      <ol className="border-t border-rule">
        {lines.map(({ id, at, who, what, before, after }) => (
          <li key={id} className="border-b border-rule py-2">
            <p className="wrap-anywhere">
              <span className="font-semibold">{who}</span> {what}{' '}
              <span className="text-sm whitespace-nowrap text-muted">
                · <Moment at={at} />
              </span>
            </p>
            {Object.keys(after).length > 0 && (
              <dl className="mt-1 space-y-1 text-[0.9375rem]">
                {Object.entries(after).map(([field, text]) => (
                  <div key={field} className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
                    <dt className="text-muted">{fieldNames[field] ?? field}</dt>
                    <dd className="wrap-anywhere">
                      <ProseRuns runs={compareProse(before[field] ?? '', text)} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
