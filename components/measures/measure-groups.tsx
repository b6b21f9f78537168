// Measures in the order of the taxonomy, under the names of their pillars and sub-pillars.

import type { ContentsItem } from '#components/site/contents-list.tsx'
import { type Clocks, possiblySentence } from '#lib/published/clock-day.ts'
import type { MeasureList } from '#lib/published/schema.ts'
import { MeasureEntry } from './measure-entry.tsx'
import { anchorOf } from './pillar-line.tsx'

type Measures = MeasureList['items']
export type PillarGroup = { number: number; name: string; subPillars: { code: string; name: string; measures: Measures }[] }

/** Groups what comes in the order of the taxonomy; it never reorders. */
export function groupByPillar(measures: Measures): PillarGroup[] {
  const groups: PillarGroup[] = []
  for (const measure of measures) {
    const group = groups.find(({ number }) => number === measure.pillar.number) ?? { ...measure.pillar, subPillars: [] }
    if (!groups.includes(group)) groups.push(group)
    const part = group.subPillars.find(({ code }) => code === measure.subPillar.code) ?? { ...measure.subPillar, measures: [] }
    if (!group.subPillars.includes(part)) group.subPillars.push(part)
    part.measures.push(measure)
  }
  return groups
}

export const contentsOf = (groups: PillarGroup[]): ContentsItem[] =>
  groups.map(({ number, name, subPillars }) => ({
    id: `pillar-${number}`,
    name: `${number}. ${name}`,
    parts: subPillars.map((part) => ({ id: anchorOf(part.code), name: `${part.code} ${part.name}` })),
  }))

export function MeasureGroups({ groups, clocks = {} }: { groups: PillarGroup[]; clocks?: Clocks }) {
  return groups.map(({ number, name, subPillars }) => (
    <section key={number} aria-labelledby={`pillar-${number}`} className="mb-12">
      <h2 id={`pillar-${number}`} className="mb-4 text-2xl font-semibold">
        <span className="text-muted">{number}.</span> {name}
      </h2>
      {subPillars.map((part) => (
        <section key={part.code} aria-labelledby={anchorOf(part.code)} className="mb-8">
          <h3 id={anchorOf(part.code)} className="mb-3 border-b-2 border-ink pb-1 font-sans text-base font-semibold">
            <span className="text-muted tabular-nums">{part.code}</span> {part.name}
          </h3>
          <div className="[&>article:first-child]:border-t-0">
            {part.measures.map((measure) => (
              <MeasureEntry
                key={measure.ref}
                measure={measure}
                text="whole"
                level={4}
                atVersion={clocks.asOf !== undefined}
                possibly={clocks.inForceOn === undefined ? undefined : possiblySentence(clocks.inForceOn)}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  ))
}
