// Two measures, or one as it stood on two days: their structure in a table, and their texts beside each other or in one.
import Link from 'next/link'
import { Prose } from '#components/ui/prose.tsx'
import { compareProse } from '#lib/measures/compare.ts'
import type { Pair } from '#lib/published/compare-queries.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { ComparisonView } from './comparison.tsx'
import { Day } from './day.tsx'
import { ProseRuns } from './prose-runs.tsx'
import { Statements } from './statements.tsx'

type Props = { pair: Pair; names: [string, string]; view: 'side' | 'inline' }

const rows: { name: string; of: (measure: PublishedMeasure) => React.ReactNode }[] = [
  { name: 'In the law', of: ({ bases }) => <Statements bases={bases} /> },
  { name: 'Rests on', of: ({ bases }) => bases.map(({ title }) => title).join('; ') },
  { name: 'Coverage', of: ({ coverage }) => coverage || 'Not told' },
  { name: 'Sources', of: ({ sources }) => String(sources.length) },
]

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
        <table className="mt-4 block w-full border-collapse text-[0.9375rem] sm:table sm:table-fixed">
          <caption className="sr-only">
            {names[0]} beside {names[1]}
          </caption>
          <thead className="block sm:table-header-group">
            <tr className="block sm:table-row">
              <th scope="col" className="sr-only sm:not-sr-only sm:w-32 sm:text-left">
                <span className="sr-only">What</span>
              </th>
              {sides.map((one, at) => (
                <th key={names[at]} scope="col" className="block py-1 pr-6 text-left align-top font-semibold sm:table-cell">
                  {names[at]}
                  {one && (
                    <span className="block font-normal text-muted">
                      <Link href={one.links.version} prefetch={false}>
                        {one.ref}, version {one.version.number}
                      </Link>
                      , <Day at={one.version.publishedAt} />
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block sm:table-row-group">
            {rows.map(({ name, of }) => (
              <tr key={name} className="block border-t border-rule sm:table-row">
                <th scope="row" className="label block py-2 text-left align-top sm:table-cell">
                  {name}
                </th>
                {sides.map((one, at) => (
                  <td key={names[at]} className="block py-2 pr-6 align-top wrap-anywhere sm:table-cell">
                    <span className="font-semibold sm:hidden">{names[at]}: </span>
                    {one ? of(one) : <span className="text-muted">nothing published</span>}
                  </td>
                ))}
              </tr>
            ))}
            {view === 'side' && (
              <tr className="block border-t border-rule sm:table-row">
                <th scope="row" className="label block py-2 text-left align-top sm:table-cell">
                  Description
                </th>
                {sides.map((one, at) => (
                  <td key={names[at]} className="block py-2 pr-6 align-top wrap-anywhere sm:table-cell">
                    <span className="font-semibold sm:hidden">{names[at]}: </span>
                    {one && <Prose markdown={one.description} id={`${id}-${at}`} topLevel={4} />}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
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

/** What differs in words, below the two texts. */
function Differences({ pair: { comparison } }: { pair: Pair }) {
  if (!comparison) return null
  const changes = comparison.changes.filter(({ follows }) => !follows)
  return (
    <>
      <h3 className="label mt-6 mb-2">What differs</h3>
      {changes.length === 0 ? (
        <p className="text-muted">Nothing but the change note.</p>
      ) : (
        <ul className="list-['–_'] space-y-1 pl-4 text-[0.9375rem] wrap-anywhere">
          {changes.map(({ sentence, before, after }) => (
            <li key={`${sentence} ${before} ${after}`}>
              {sentence}
              {before !== undefined && after !== undefined && `: “${before}” → “${after}”`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
