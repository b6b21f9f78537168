// Two measures, or two versions of one, in the columns of a table. Of two versions the words that differ are marked in each.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Prose } from '#components/ui/prose.tsx'
import { compareProse } from '#lib/measures/compare.ts'
import type { Pair } from '#lib/published/compare-queries.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { Day } from './day.tsx'
import { ProseRuns } from './prose-runs.tsx'
import { Statements } from './statements.tsx'

type Row = { name: string; text: (measure: PublishedMeasure) => string; shown?: (measure: PublishedMeasure, id: string) => ReactNode }

const rows: Row[] = [
  {
    name: 'In the law',
    text: ({ bases }) => bases.map(({ statement }) => statement).join('\n'),
    shown: ({ bases }) => <Statements bases={bases} />,
  },
  { name: 'Rests on', text: ({ bases }) => bases.map(({ title }) => title).join('; ') },
  { name: 'Coverage', text: ({ coverage }) => coverage || 'Not told' },
  { name: 'Sources', text: ({ sources }) => String(sources.length) },
]
const description: Row = {
  name: 'Description',
  text: (measure) => measure.description,
  shown: (measure, id) => <Prose markdown={measure.description} id={id} topLevel={4} />,
}

type Props = { pair: Pair; names: [string, string]; id: string; prose: boolean }

export function Beside({ pair: { left, right, comparison }, names, id, prose }: Props) {
  const sides = [left, right]
  const marked = ({ text }: Row, at: number): ReactNode => {
    if (!comparison || !left || !right || text(left) === text(right)) return null
    const kept = at === 0 ? 'removed' : 'added'
    return (
      <span className="whitespace-pre-wrap">
        <ProseRuns runs={compareProse(text(left), text(right)).filter(({ kind }) => kind === 'same' || kind === kept)} />
      </span>
    )
  }
  return (
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
        {[...rows, ...(prose ? [description] : [])].map((row) => (
          <tr key={row.name} className="block border-t border-rule sm:table-row">
            <th scope="row" className="label block py-2 text-left align-top sm:table-cell">
              {row.name}
            </th>
            {sides.map((one, at) => (
              <td key={names[at]} className="block py-2 pr-6 align-top wrap-anywhere sm:table-cell">
                <span className="font-semibold sm:hidden">{names[at]}: </span>
                {one
                  ? (marked(row, at) ?? row.shown?.(one, `${id}-${at}`) ?? row.text(one))
                  : row !== description && <span className="text-muted">nothing published</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What differs in words, below the two texts. */
export function Differences({ pair: { comparison } }: { pair: Pair }) {
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
