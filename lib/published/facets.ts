// What a list can be narrowed by: each possible choice with how many measures it would find, counted under all other choices. It reads no data.
import { basisKinds } from '#lib/measures/content.ts'
import type { Region } from '#lib/taxonomy/region.ts'
import { askedChangeKinds, type FacetName, facetNames, type LawState, lawStates, type MeasureFilter } from './filters.ts'

/** One possible choice. `part` is the code of the part of the world that a region lies in. */
export type FacetValue = { value: string; name: string; count: number; chosen: boolean; part?: string | null }
export type Facets = Record<FacetName, FacetValue[]>

/** The heading of each facet. */
export const facetTitles: Record<FacetName, string> = {
  economy: 'Economy',
  region: 'Region',
  pillar: 'Pillar',
  subPillar: 'Sub-pillar',
  basisKind: 'Rests on',
  lawState: 'State of the law',
  coverage: 'Coverage',
  year: 'Year of an event',
  changeKind: 'Latest change',
}

const kindNames = { act: 'An act', practice: 'A practice', absence: 'An absence', figure: 'A figure' }
export const lawStateNames: Record<LawState, string> = {
  'in-force': 'In force',
  'not-yet': 'Not yet in force',
  ended: 'Ended',
  unknown: 'Not known',
}
const changeNames = {
  first: 'First version',
  amendment: 'Amendment',
  correction: 'Correction',
  reclassification: 'Reclassification',
  editorial: 'Editorial',
}

/** A row of the counting statement: `under` is 'all', or the facet whose own choice is left out; `column` 'total' has no value. */
export type Counted = { under: string; column: string; value: string | null; count: number }

export type Taxonomy = {
  economies: readonly { code: string; name: string }[]
  pillars: readonly { number: number; name: string; subPillars: readonly { code: string; name: string }[] }[]
  regions: readonly Region[]
}

/** As many coverages are offered, those with most measures first; what is chosen is always there. */
const MOST_COVERAGES = 30

/** The choices of all facets, from what was counted. */
export function facetsOf(counted: readonly Counted[], filter: MeasureFilter, { economies, pillars, regions }: Taxonomy): Facets {
  const counts = (name: FacetName, column: string) => {
    const under = counted.some((row) => row.under === name) ? name : 'all'
    return new Map(
      counted.flatMap((row) =>
        row.under === under && row.column === column && row.value !== null ? [[row.value, row.count] as const] : [],
      ),
    )
  }
  const places = (name: FacetName) => [...counts(name, 'place')].map(([place, count]) => ({ place: Number(place), count }))
  const chosen = (name: FacetName): readonly string[] => (filter[name] ?? []).map(String)
  const offered = (name: FacetName, values: Omit<FacetValue, 'chosen'>[]): FacetValue[] => {
    const known = values.map((one) => ({ ...one, chosen: chosen(name).includes(one.value) }))
    const strange = chosen(name).filter((value) => !known.some((one) => one.value === value))
    return [
      ...known.filter((one) => one.count > 0 || one.chosen),
      ...strange.map((value) => ({ value, name: value, count: 0, chosen: true })),
    ]
  }
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)

  const byEconomy = counts('economy', 'economy')
  const inRegions = counts('region', 'economy')
  const byKinds = [...counts('basisKind', 'basisKind')]
  const states = counts('lawState', 'lawState')
  const changes = counts('changeKind', 'changeKind')
  const coverages = [...counts('coverage', 'coverage')]
    .filter(([value]) => value !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return {
    economy: offered(
      'economy',
      economies.map(({ code, name }) => ({ value: code, name, count: byEconomy.get(code) ?? 0 })),
    ),
    region: offered(
      'region',
      regions.map(({ code, name, part, economies: its }) => ({
        value: code,
        name,
        part,
        count: its.reduce((total, economy) => total + (inRegions.get(economy) ?? 0), 0),
      })),
    ),
    pillar: offered(
      'pillar',
      pillars.map(({ number, name }) => ({
        value: String(number),
        name: `${number}. ${name}`,
        count: sum(places('pillar').filter(({ place }) => Math.floor(place / 100) === number)),
      })),
    ),
    subPillar: offered(
      'subPillar',
      pillars
        .flatMap(({ subPillars }) => subPillars)
        .map(({ code, name }) => ({
          value: code,
          name: `${code} ${name}`,
          count: sum(places('subPillar').filter(({ place }) => `${Math.floor(place / 100)}.${place % 100}` === code)),
        })),
    ),
    basisKind: offered(
      'basisKind',
      basisKinds.map((kind, at) => ({
        value: kind,
        name: kindNames[kind],
        count: byKinds.reduce((total, [mask, count]) => total + (Number(mask) & (2 ** at) ? count : 0), 0),
      })),
    ),
    lawState: offered(
      'lawState',
      lawStates.map((state) => ({ value: state, name: lawStateNames[state], count: states.get(state) ?? 0 })),
    ),
    coverage: offered(
      'coverage',
      coverages
        .filter(([value], at) => at < MOST_COVERAGES || chosen('coverage').includes(value))
        .map(([value, count]) => ({ value, name: value, count })),
    ),
    year: offered(
      'year',
      [...counts('year', 'year')].sort((a, b) => Number(b[0]) - Number(a[0])).map(([value, count]) => ({ value, name: value, count })),
    ),
    changeKind: offered(
      'changeKind',
      askedChangeKinds.map((kind) => ({ value: kind, name: changeNames[kind], count: changes.get(kind) ?? 0 })),
    ),
  }
}

/** How many measures there are in all. */
export const totalOf = (counted: readonly Counted[]): number =>
  counted.find(({ under, column }) => under === 'all' && column === 'total')?.count ?? 0

/** How many there would be without the choice of one facet, for each that is chosen from. */
export const withoutOf = (counted: readonly Counted[]): { name: FacetName; count: number }[] =>
  facetNames.flatMap((name) => {
    const found = counted.find(({ under, column }) => under === name && column === 'total')
    return found ? [{ name, count: found.count }] : []
  })
