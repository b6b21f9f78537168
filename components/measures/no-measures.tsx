// What to try when a question has no answer: each suggestion is a link, and says what it would find.
import Link from 'next/link'
import type { Browsing } from '#lib/published/browse-queries.ts'
import { facetTitles } from '#lib/published/facets.ts'
import { type MeasureFilter, measuresPath } from '#lib/published/filters.ts'
import type { ListView } from './list-view.ts'

type Props = { filter: MeasureFilter; total: number; ideas: Browsing['ideas']; view: ListView }

const nameOf = (without: Browsing['ideas'][number]['without']): string =>
  without === 'q' ? 'the words' : without === 'asOf' ? 'the day of the record' : `the choice of “${facetTitles[without]}”`

export function NoMeasures({ filter, total, ideas, view }: Props) {
  const { q, page } = filter
  const beyond = page > 1 && total > 0
  return (
    <div className="border-t border-rule py-8">
      <p className="statement text-xl">{beyond ? 'The list ends before this page.' : 'No published measure answers that.'}</p>
      {q && !beyond && (
        <p className="mt-2 max-w-[60ch] text-muted">
          Words are looked for in titles, also in their own language, in the names of economies, pillars and sub-pillars, in descriptions,
          coverage and sources, by their stems; very common ones such as “the” are not looked for. “Two words” in quotation marks stand
          together, -word must not occur, and a ref such as KZ-0001 or ACT-0001 finds its measures.
        </p>
      )}
      <ul className="mt-4 list-['–__'] space-y-1 pl-5">
        {beyond && (
          <li>
            <Link href={measuresPath({ ...filter, page: 1 }, view)} prefetch={false}>
              Go to the first page
            </Link>
          </li>
        )}
        {ideas.map(({ without, count }) => (
          <li key={without}>
            <Link
              href={measuresPath(
                { ...filter, page: 1, [without]: undefined, ...(without === 'lawState' ? { inForceOn: undefined } : {}) },
                view,
              )}
              prefetch={false}
            >
              Leave out {nameOf(without)}
            </Link>
            : {count.toLocaleString('en')} {count === 1 ? 'measure' : 'measures'}
          </li>
        ))}
        <li>
          <Link href="/measures" prefetch={false}>
            See all measures
          </Link>
        </li>
      </ul>
    </div>
  )
}
