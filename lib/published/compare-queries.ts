// Measures beside each other: those of two economies, or the same on two days, in pairs. Read through the public role.
import type { Comparison } from '#lib/measures/compare.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import type { CompareFilter } from './compare-filter.ts'
import { filterOf } from './filters.ts'
import { momentsOf } from './memento-queries.ts'
import { publishedNames } from './name-queries.ts'
import { compareVersions, findMeasures, getVersion } from './queries.ts'
import type { PublishedMeasure } from './schema.ts'

/** `comparison` is what differs between two versions of one measure; of two measures there is none. */
export type Pair = { left: PublishedMeasure | null; right: PublishedMeasure | null; comparison: Comparison | null }
/** `names` say what stands on each side; without pairs `problem` says as a sentence why. */
export type Compared = { title: string; names: [string, string]; pairs: Pair[]; problem: string | null; unknown?: true }

/** How many measures of a side are shown. */
export const mostBeside = 50

/** What the filter asks to compare; null when it asks for nothing yet. */
export async function compared(filter: CompareFilter): Promise<Compared | null> {
  return filter.measure === undefined ? comparedEconomies(filter) : comparedDays(filter.measure, filter)
}

const dated = (name: string, day: string | undefined) => (day === undefined ? name : `${name}, as published on ${renderDate(day)}`)

async function comparedEconomies({ subPillar, left, right, leftOn, rightOn }: CompareFilter): Promise<Compared | null> {
  if (subPillar === undefined || (left === undefined && right === undefined)) return null
  const known = await publishedNames()
  const place = known.pillars.flatMap(({ subPillars }) => subPillars).find(({ code }) => code === subPillar)
  const [one, other] = [left ?? right ?? '', right ?? left ?? '']
  const nameOf = (code: string) => known.economies.find((economy) => economy.code === code)?.name ?? code
  const title = `${subPillar} ${place?.name ?? ''}`.trim()
  const names: [string, string] = [dated(nameOf(one), leftOn), dated(nameOf(other), rightOn)]
  const refused = (problem: string): Compared => ({ title, names, pairs: [], problem })
  if (!place) return refused(`The taxonomy has no sub-pillar ${subPillar}.`)
  for (const code of [one, other]) if (nameOf(code) === code) return refused(`There is no economy ${code}.`)
  if (one === other && leftOn === rightOn) return refused('That is the same on both sides. Choose another economy, or another day.')
  const of = async (economy: string, asOf: string | undefined) =>
    (await findMeasures(filterOf({ economy, subPillar, asOf, perPage: String(mostBeside) }).filter)).items
  const sides = await Promise.all([of(one, leftOn), of(other, rightOn)])
  if (sides.every((side) => side.length === 0))
    return refused(
      one === other
        ? `${nameOf(one)} had no published measure on ${title} on either day.`
        : `Neither ${nameOf(one)} nor ${nameOf(other)} has a published measure on ${title}${leftOn || rightOn ? ' on those days' : ''}.`,
    )
  return { title, names, problem: null, pairs: one === other ? await byRef(...sides) : byPlace(...sides) }
}

const byPlace = (left: PublishedMeasure[], right: PublishedMeasure[]): Pair[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
    left: left[at] ?? null,
    right: right[at] ?? null,
    comparison: null,
  }))

async function byRef(left: PublishedMeasure[], right: PublishedMeasure[]): Promise<Pair[]> {
  const refs = [...new Set([...left, ...right].map(({ ref }) => ref))].sort()
  return Promise.all(
    refs.map(async (ref) => {
      const [one, other] = [left, right].map((side) => side.find((measure) => measure.ref === ref) ?? null)
      const comparison = one && other ? await compareVersions(ref, one.version.number, other.version.number) : null
      return { left: one ?? null, right: other ?? null, comparison }
    }),
  )
}

async function comparedDays(ref: string, { leftOn, rightOn }: CompareFilter): Promise<Compared> {
  const names: [string, string] = [dated(ref, leftOn), dated(ref, rightOn)]
  const refused = (problem: string): Compared => ({ title: ref, names, pairs: [], problem })
  const moments = await momentsOf(ref)
  if (moments.length === 0) return { ...refused(`No measure ${ref} is published.`), unknown: true }
  if (leftOn === rightOn) return refused('Choose two different days; a day that is left open is today.')
  const numberOn = (day: string | undefined) =>
    moments.findLast(({ publishedAt }) => day === undefined || publishedAt.toISOString().slice(0, 10) <= day)?.number
  const [one, other] = await Promise.all(
    [leftOn, rightOn].map(async (day) => {
      const number = numberOn(day)
      return number === undefined ? null : getVersion(ref, number)
    }),
  )
  if (!one && !other)
    return refused(
      `${ref} was not published yet on either day; its first version is of ${renderDate(moments[0]?.publishedAt.toISOString().slice(0, 10) ?? '')}.`,
    )
  if (one && other && one.version.number === other.version.number)
    return refused(`${ref} said the same on both days: version ${one.version.number} stood on each of them.`)
  const comparison = one && other ? await compareVersions(ref, one.version.number, other.version.number) : null
  return { title: ref, names, problem: null, pairs: [{ left: one ?? null, right: other ?? null, comparison }] }
}
