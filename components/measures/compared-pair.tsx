// Two measures, or one as it stood on two days: their structure in a table, and their texts beside each other or in one.
import Link from 'next/link'
import { compareProse } from '#lib/measures/compare.ts'
import type { Pair } from '#lib/published/compare-queries.ts'
import { Beside, Differences } from './beside.tsx'
import { ComparisonView } from './comparison.tsx'
import { ProseRuns } from './prose-runs.tsx'

type Props = { pair: Pair; names: [string, string]; view: 'side' | 'inline' }

export function ComparedPair({ pair: { left, right, comparison }, names, view }: Props) {
  const sides = [left, right]
  const id = `${left?.links.version ?? 'none'}-${right?.links.version ?? 'none'}`.replaceAll(/[^\w-]+/g, '-')
  const both = left && right
  return (
    <section aria-labelledby={id} className="mt-12 border-t-2 border-ink pt-4">
      <h2 id={id} className="font-sans text-lg font-semibold">
        {left && right && left.ref === right.ref ? left.ref : sides.map((one) => one?.ref ?? 'nothing').join(' and ')}
      </h2>
      {both && comparison && (
        <p className="mt-1 text-[0.9375rem]">
          <Link href={`/measures/${left.ref}/compare?from=${left.version.number}&to=${right.version.number}`} prefetch={false}>
            Versions {left.version.number} and {right.version.number} compared
          </Link>
        </p>
      )}
      {view === 'inline' && both && comparison ? (
        <ComparisonView comparison={comparison} headingLevel={3} />
      ) : (
        <Beside pair={{ left, right, comparison }} names={names} id={id} prose={view === 'side'} />
      )}
      {view === 'inline' && both && !comparison && (
        <>
          <h3 className="label mt-6 mb-2">Description, word by word</h3>
          <p className="reading max-w-[66ch] wrap-anywhere whitespace-pre-wrap">
            <ProseRuns runs={compareProse(left.description, right.description)} />
          </p>
        </>
      )}
      {view === 'side' && comparison && <Differences pair={{ left, right, comparison }} />}
    </section>
  )
}
