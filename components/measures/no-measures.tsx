// What to try when a question has no answer: each suggestion is a link.
import Link from 'next/link'
import { type MeasureFilter, measuresPath } from '#lib/published/filters.ts'

export function NoMeasures({ filter, total }: { filter: MeasureFilter; total: number }) {
  const { q, economy, pillar, subPillar, asOf, page } = filter
  const without = (...names: (keyof MeasureFilter)[]) =>
    measuresPath({ ...filter, page: 1, ...Object.fromEntries(names.map((name) => [name, undefined])) })
  const elsewhere = subPillar !== undefined && pillar !== undefined && Number(subPillar.split('.')[0]) !== pillar
  const ideas = [
    ...(page > 1 && total > 0 ? [{ href: measuresPath({ ...filter, page: 1 }), words: 'Go to the first page' }] : []),
    ...(elsewhere
      ? [{ href: without('pillar'), words: `Sub-pillar ${subPillar} is not in pillar ${pillar}: ask for the sub-pillar only` }]
      : []),
    ...(q ? [{ href: without('q'), words: 'Leave out the words' }] : []),
    ...(subPillar && !elsewhere ? [{ href: without('subPillar'), words: 'Ask for all sub-pillars' }] : []),
    ...(asOf ? [{ href: without('asOf'), words: 'Ask for the record of today' }] : []),
    ...(economy ? [{ href: without('economy'), words: 'Ask for all economies' }] : []),
    { href: '/measures', words: 'See all measures' },
  ]
  return (
    <div className="border-t border-rule py-8">
      <p className="statement text-xl">
        {page > 1 && total > 0 ? 'The list ends before this page.' : 'No published measure answers that.'}
      </p>
      {q && (
        <p className="mt-2 text-muted">
          Words are looked for in titles, descriptions and coverage; a ref such as KZ-0001 finds its measure.
        </p>
      )}
      <ul className="mt-4 list-['–__'] space-y-1 pl-5">
        {ideas.map(({ href, words }) => (
          <li key={words}>
            <Link href={href} prefetch={false}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
