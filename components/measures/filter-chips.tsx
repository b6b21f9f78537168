// What is asked at the moment, each with a way to stop asking it.
import Link from 'next/link'
import { CrossIcon } from '#components/ui/icons.tsx'
import { type MeasureFilter, measuresPath } from '#lib/published/filters.ts'
import type { EconomyList, PillarList } from '#lib/published/schema.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Props = { filter: MeasureFilter; economies: EconomyList; pillars: PillarList }
type Asked = { name: keyof MeasureFilter; words: string }

export function FilterChips({ filter, economies, pillars }: Props) {
  const asked = askedOf(filter, economies, pillars)
  if (asked.length === 0) return null
  return (
    <ul aria-label="What is asked" className="mb-5 flex flex-wrap gap-2 print:hidden">
      {asked.map(({ name, words }) => (
        <li key={name} className="max-w-full">
          <Link
            href={measuresPath({ ...filter, [name]: undefined, page: 1 })}
            prefetch={false}
            className="inline-flex max-w-full items-center gap-1.5 rounded-sm border border-rule-strong py-1 pr-1.5 pl-2.5 text-sm text-ink no-underline hover:bg-sunken"
          >
            <span className="sr-only">Remove: </span>
            <span className="truncate">{words}</span>
            <CrossIcon />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What a filter asks, in words. */
export function askedOf(filter: MeasureFilter, economies: EconomyList, pillars: PillarList): Asked[] {
  const { q, economy, pillar, subPillar, inForceOn, asOf } = filter
  const nameOfPillar = pillars.items.find(({ number }) => number === pillar)?.name ?? 'unknown'
  const nameOfSubPillar = pillars.items.flatMap((item) => item.subPillars).find(({ code }) => code === subPillar)?.name ?? 'unknown'
  return [
    ...(q ? [{ name: 'q' as const, words: `“${q}”` }] : []),
    ...(economy ? [{ name: 'economy' as const, words: economies.items.find(({ code }) => code === economy)?.name ?? economy }] : []),
    ...(pillar ? [{ name: 'pillar' as const, words: `${pillar}. ${nameOfPillar}` }] : []),
    ...(subPillar ? [{ name: 'subPillar' as const, words: `${subPillar} ${nameOfSubPillar}` }] : []),
    ...(inForceOn ? [{ name: 'inForceOn' as const, words: `In force on ${renderDate(inForceOn)}` }] : []),
    ...(asOf ? [{ name: 'asOf' as const, words: `As the record stood on ${renderDate(asOf)}` }] : []),
  ]
}
