// What is asked at the moment, each with a way to stop asking it.
import Link from 'next/link'
import { CrossIcon } from '#components/ui/icons.tsx'
import { onDay } from '#lib/published/clock-day.ts'
import type { Facets } from '#lib/published/facets.ts'
import { facetNames, type MeasureFilter, measuresPath } from '#lib/published/filters.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import type { ListView } from './list-view.ts'

type Asked = { key: string; words: string; without: MeasureFilter }

export function FilterChips({ filter, facets, view }: { filter: MeasureFilter; facets: Facets; view: ListView }) {
  const asked = askedOf(filter, facets)
  if (asked.length === 0) return null
  return (
    <ul aria-label="What is asked" className="mb-5 flex flex-wrap gap-2 print:hidden">
      {asked.map(({ key, words, without }) => (
        <li key={key} className="max-w-full">
          <Link
            href={measuresPath(without, view)}
            prefetch={false}
            className="inline-flex max-w-full items-center gap-1.5 rounded-sm border border-rule-strong py-1 pr-1.5 pl-2.5 text-sm text-ink no-underline hover:bg-sunken"
          >
            <span className="sr-only">Remove: </span>
            <span className="truncate">{words}</span>
            <CrossIcon />
          </Link>
        </li>
      ))}
      {asked.length > 2 && (
        <li>
          <Link href={measuresPath({}, view)} prefetch={false} className="inline-block py-1 text-sm">
            Clear all
          </Link>
        </li>
      )}
    </ul>
  )
}

/** What a filter asks, in words, and the filter without it. */
export function askedOf(filter: MeasureFilter, facets: Facets): Asked[] {
  const { q, inForceOn, asOf } = filter
  const first = { ...filter, page: 1 }
  const choices = facetNames.flatMap((name) =>
    (filter[name] ?? []).map((value): Asked => {
      const found = facets[name].find((one) => one.value === String(value))
      const rest = (filter[name] as (string | number)[]).filter((one) => one !== value)
      return {
        key: `${name} ${value}`,
        words: found?.name ?? String(value),
        without: { ...first, [name]: rest.length === 0 ? undefined : rest },
      }
    }),
  )
  return [
    ...(q ? [{ key: 'q', words: `“${q}”`, without: { ...first, q: undefined } }] : []),
    ...choices,
    ...(inForceOn ? [{ key: 'inForceOn', words: `In force ${onDay(inForceOn)}`, without: { ...first, inForceOn: undefined } }] : []),
    ...(asOf ? [{ key: 'asOf', words: `As the record stood on ${renderDate(asOf)}`, without: { ...first, asOf: undefined } }] : []),
  ]
}
