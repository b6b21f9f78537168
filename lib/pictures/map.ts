// The map of the world at the end of a year: what is asked of it in the address, and the shade of each economy. It reads no data.
import { measuresPath } from '#lib/published/filters.ts'
import type { Names } from '#lib/published/name-queries.ts'
import { z } from '#lib/system/zod.ts'
import { askedRegion, inRegion, regionOf } from './region-asked.ts'
import { type Step, shadeOf, stepsOfCounts } from './shades.ts'

/** Two clocks: what the law was, and what this database said. */
export const clocks = { law: 'In force', record: 'Published here' } as const
export type MapAsked = { clock: keyof typeof clocks; year: number; region?: string | undefined }

/** The first year that the map of law time offers: there is little law of digital trade before. */
export const firstYear = 1990

const asked = z.object({
  clock: z.enum(['law', 'record']).catch('law'),
  year: z.coerce.number().int().min(firstYear).catch(Number.NaN),
  region: askedRegion,
})

/** What an address asks of the map; a year that it does not offer is the present one. `first` is the year of the first publication. */
export function mapAsked(params: URLSearchParams | Record<string, string | string[] | undefined>, today: string, first: number): MapAsked {
  const given = Object.fromEntries(
    params instanceof URLSearchParams ? params : Object.entries(params).map(([name, value]) => [name, [value].flat()[0]]),
  )
  const { clock, year, region } = asked.parse(given)
  return { clock, region, year: yearsOf(clock, today, first).includes(year) ? year : Number(today.slice(0, 4)) }
}

/** The years that a clock has, oldest first. */
export function yearsOf(clock: MapAsked['clock'], today: string, first: number): number[] {
  const last = Number(today.slice(0, 4))
  const from = Math.min(clock === 'law' ? firstYear : first, last)
  return Array.from({ length: last - from + 1 }, (_, index) => from + index)
}

/** The address of the map, or of a file of it. */
export function mapPath({ clock, year, region }: MapAsked, today: string, path = '/map'): string {
  const query = new URLSearchParams({
    ...(clock === 'law' ? {} : { clock }),
    ...(String(year) === today.slice(0, 4) ? {} : { year: String(year) }),
    ...(region === undefined ? {} : { region }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}

/** The day that a year is shown on: its last, and today for the present one. */
export const dayOf = ({ year }: MapAsked, today: string): string => (String(year) === today.slice(0, 4) ? today : `${year}-12-31`)

/** Measures of an economy on that day: for law time `certain` of them were certainly in force, the others possibly. */
export type MapCount = { economy: string; measures: number; certain: number }
export type MapEconomy = MapCount & { name: string; shade: number; href: string }
export type WorldMap = { asked: MapAsked; day: string; steps: Step[]; economies: MapEconomy[]; measures: number; title: string }

/** The economies of the region that have measures then, by number and name, with the addresses of their lists. */
export function mapOf(everywhere: readonly MapCount[], names: Names, given: MapAsked, today: string): WorldMap {
  const day = dayOf(given, today)
  const region = regionOf(given.region)
  const counts = everywhere.filter(({ economy }) => region?.economies.includes(economy) ?? true)
  const steps = stepsOfCounts(counts.reduce((most, { measures }) => Math.max(most, measures), 0))
  const nameOf = new Map(names.economies.map(({ code, name }) => [code, name]))
  const economies = counts
    .map((count) => ({
      ...count,
      name: nameOf.get(count.economy) ?? count.economy,
      shade: shadeOf(count.measures, steps),
      href: measuresPath({ economy: count.economy, ...(given.clock === 'law' ? { inForceOn: day } : day === today ? {} : { asOf: day }) }),
    }))
    .sort((a, b) => b.measures - a.measures || (a.name < b.name ? -1 : 1))
  const when = day === today ? 'today' : `at the end of ${given.year}`
  return {
    asked: given,
    day,
    steps,
    economies,
    measures: economies.reduce((sum, { measures }) => sum + measures, 0),
    title: `${given.clock === 'law' ? 'Measures in force' : 'Measures published here'}${inRegion(given.region)} ${when}`,
  }
}
