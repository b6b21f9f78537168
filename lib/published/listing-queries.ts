// A filter as conditions on the narrow rows that lists are made of, and the page of rows that answers it. Read through the public role.
import { basisKinds } from '#lib/measures/content.ts'
import { economiesOf } from '#lib/taxonomy/region.ts'
import { boundsOf } from '#lib/timeline/partial-date.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { regions } from '#prisma/reference/regions.ts'
import { lastDayOf } from './clock-day.ts'
import { type FacetName, facetNames, type LawState, type MeasureFilter } from './filters.ts'
import type { Asked, Words } from './search-queries.ts'

/** What is asked: `from` the tables, `standing` what record time asks, `base` what words ask too, `chosen` one condition for each facet that is chosen from. */
export type Question = {
  filter: MeasureFilter
  asked: Asked
  from: Prisma.Sql
  standing: Prisma.Sql
  base: Prisma.Sql
  law: Prisma.Sql
  chosen: { name: FacetName; is: Prisma.Sql }[]
}

/** `today` is the ISO day on which the state of the law is told when the filter names none. */
export function questionOf(filter: MeasureFilter, asked: Asked, today: string): Question {
  const law = lawStateSql(filter.inForceOn ?? today)
  const chosen = facetNames.flatMap((name) => {
    const is = conditionOf(name, filter, law)
    return is ? [{ name, is }] : []
  })
  const words = asked.is === 'words'
  return {
    filter,
    asked,
    law,
    chosen,
    from: words
      ? Prisma.sql`published.wording w JOIN published.listing l ON l.ref = w.ref AND l.number = w.number`
      : Prisma.sql`published.listing l`,
    standing: standing(filter.asOf),
    base: Prisma.join([standing(filter.asOf), ...wordsSql(asked, filter.asOf)], ' AND '),
  }
}

/** All conditions, or all but that of one facet: what its own choices are counted under. */
export const whereOf = ({ base, chosen }: Question, except?: FacetName): Prisma.Sql =>
  Prisma.join([base, ...chosen.filter(({ name }) => name !== except).map(({ is }) => is)], ' AND ')

/** Record time: what stood at the end of that day. Without it, what stands now. */
function standing(asOf: string | undefined): Prisma.Sql {
  if (asOf === undefined) return Prisma.sql`l.is_current`
  const moment = Prisma.sql`((${lastDayOf(asOf)}::date + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 microsecond')`
  return Prisma.sql`l.published_at <= ${moment} AND (l.published_until IS NULL OR l.published_until > ${moment})`
}

function wordsSql(asked: Asked, asOf: string | undefined): Prisma.Sql[] {
  switch (asked.is) {
    case 'nothing':
      return []
    case 'ref':
      return [Prisma.sql`l.ref = ${asked.ref}`]
    case 'act':
      return [
        Prisma.sql`(l.ref, l.number) IN (SELECT c.ref, c.number FROM published.citation c WHERE c.act_ref = ${asked.actRef}
        OR c.act_ref IN (SELECT a.ref FROM published.act a WHERE a.merged_into = ${asked.actRef}))`,
      ]
    case 'words': {
      const found = asked.many ? Prisma.sql`w.search @@ ${asked.wide}::tsquery` : hasWords(asked.wide)
      // Each half has its own index.
      return [
        asOf === undefined
          ? Prisma.sql`w.is_current AND ${found}`
          : Prisma.sql`(w.is_current AND ${found} OR NOT w.is_current AND ${found})`,
      ]
    }
  }
}

/**
 * Whether a row has the words. Behind SELECT the planner does not see which: it plans a statement once and for all instead of anew for every
 * question, which takes longer than finding a few texts does.
 */
const hasWords = (wide: string): Prisma.Sql => Prisma.sql`w.search @@ (SELECT ${wide}::tsquery)`

/** The days that a day, month or year means, as a range. */
function daysSql(day: string): Prisma.Sql {
  const { first, last } = boundsOf(day)
  return Prisma.sql`daterange(${first}::date, ${last}::date, '[]')`
}

function lawStateSql(day: string): Prisma.Sql {
  const days = daysSql(day)
  return Prisma.sql`CASE WHEN l.in_force @> ${days} THEN 'in-force' WHEN l.maybe_in_force && ${days} THEN 'unknown'
    WHEN ${days} << l.maybe_in_force THEN 'not-yet' ELSE 'ended' END`
}

const oneOf = (column: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  values.length === 1 ? Prisma.sql`${column} = ${values[0]}` : Prisma.sql`${column} = ANY(${[...values]}::text[])`

/** The code of the sub-pillar at a place, as SQL: `8.3` for 803. */
export const codeOfPlace = (place: Prisma.Sql): Prisma.Sql => Prisma.sql`(${place} / 100 || '.' || ${place} % 100)`

/** The place of a sub-pillar in the order of the taxonomy: 803 for `8.3`. */
const placeOf = (code: string): number => Number(code.split('.')[0]) * 100 + Number(code.split('.')[1])

function conditionOf(name: FacetName, filter: MeasureFilter, law: Prisma.Sql): Prisma.Sql | null {
  switch (name) {
    case 'economy':
      return filter.economy ? oneOf(Prisma.sql`l.economy_code`, filter.economy) : null
    case 'region':
      return filter.region ? oneOf(Prisma.sql`l.economy_code`, economiesOf(regions, filter.region)) : null
    case 'pillar': {
      const ranges = filter.pillar?.map(
        (pillar) => Prisma.sql`l.place BETWEEN ${pillar * 100}::smallint AND ${pillar * 100 + 99}::smallint`,
      )
      return ranges ? Prisma.sql`(${Prisma.join(ranges, ' OR ')})` : null
    }
    case 'subPillar':
      return filter.subPillar ? Prisma.sql`l.place = ANY(${filter.subPillar.map(placeOf)}::smallint[])` : null
    case 'basisKind': {
      const mask = filter.basisKind?.reduce((sum, kind) => sum + 2 ** basisKinds.indexOf(kind), 0)
      return mask === undefined ? null : Prisma.sql`l.basis_kinds & ${mask}::smallint <> 0`
    }
    case 'lawState':
      if (filter.lawState) return oneOf(Prisma.sql`(${law})`, filter.lawState)
      return filter.inForceOn === undefined ? null : Prisma.sql`l.maybe_in_force && ${daysSql(filter.inForceOn)}`
    case 'coverage':
      return filter.coverage ? oneOf(Prisma.sql`l.coverage`, filter.coverage) : null
    case 'year':
      return filter.year ? Prisma.sql`l.years && ${filter.year}::smallint[]` : null
    case 'changeKind':
      return filter.changeKind ? oneOf(Prisma.sql`l.change_kind`, filter.changeKind) : null
  }
}

/** As many hits are ranked by how well they fit, of words that many texts have: the newest. Reading each would take seconds and tell nothing. */
const MOST_RANKED = 1000
const newest = Prisma.sql`l.published_at DESC, l.ref, l.number`

/** The order of a page; `change` is newest first, `law` by the newest legal event. */
function orderOf({ filter, asked, chosen }: Question): Prisma.Sql {
  const { sort, asOf } = filter
  if (sort === 'change') return newest
  if (sort === 'law') return Prisma.sql`l.law_date DESC NULLS LAST, l.ref, l.number`
  if (asked.is === 'words' && !asked.many) return fitOf(asked, 'l')
  return asked.is !== 'words' && (chosen.length > 0 || asOf !== undefined) ? Prisma.sql`l.economy_code, l.place, l.ref` : newest
}

/** How well the words of a row fit: what was typed before what it begins, then by weight and nearness. */
const fitOf = ({ exact, wide }: Words, of: 'l' | 'hit'): Prisma.Sql => {
  const [search, ref] = of === 'l' ? [Prisma.sql`w.search`, Prisma.sql`l.ref`] : [Prisma.sql`hit.search`, Prisma.sql`hit.ref`]
  return Prisma.sql`(${search} @@ ${exact}::tsquery) DESC, ts_rank_cd(${search}, ${wide}::tsquery) DESC, ${ref}`
}

/**
 * The versions of the page that a filter asks for, with the state of the law where a day is named; a table of ref, number, law_state and turn.
 * With `after` those that follow that ref, by ref.
 */
export function pageSql(question: Question, after?: string): Prisma.Sql {
  const { asked, from, filter } = question
  const { page, perPage, sort } = filter
  const law = filter.inForceOn === undefined ? Prisma.sql`NULL::text` : question.law
  const skip = after === undefined ? (page - 1) * perPage : 0
  const pageOf = Prisma.sql`LIMIT ${perPage} OFFSET ${skip}`
  const onward = after === undefined ? Prisma.empty : Prisma.sql`AND l.ref > ${after}`
  const rows =
    after === undefined && sort !== 'change' && sort !== 'law' && skip < MOST_RANKED && asked.is === 'words' && asked.many
      ? Prisma.sql`SELECT hit.ref, hit.number, hit.law_state FROM (${newestHits(question, asked, law)}) hit ORDER BY ${fitOf(asked, 'hit')} ${pageOf}`
      : Prisma.sql`SELECT l.ref, l.number, ${law} AS law_state FROM ${from} WHERE ${whereOf(question)} ${onward}
        ORDER BY ${after === undefined ? orderOf(question) : Prisma.sql`l.ref`} ${pageOf}`
  return Prisma.sql`SELECT ref, number, law_state, row_number() OVER () AS turn FROM (${rows}) p`
}

/** Walks from the newest and looks at the words of each until there are enough: OFFSET 0 and LIMIT 1 keep the planner to that. */
function newestHits({ standing, chosen }: Question, { wide }: Words, law: Prisma.Sql): Prisma.Sql {
  const where = Prisma.join([standing, ...chosen.map(({ is }) => is)], ' AND ')
  return Prisma.sql`
    SELECT l.ref, l.number, l.law_state, w.search
    FROM (SELECT l.ref, l.number, ${law} AS law_state FROM published.listing l WHERE ${where} ORDER BY ${newest} OFFSET 0) l
    CROSS JOIN LATERAL (SELECT w.search FROM published.wording w WHERE w.ref = l.ref AND w.number = l.number AND ${hasWords(wide)} LIMIT 1) w
    LIMIT ${Prisma.raw(String(MOST_RANKED))}`
}

/** Whether a filter asks what stands now for nothing but words: then those that have them are all that it finds. */
export const asksWordsAlone = (filter: MeasureFilter): boolean =>
  filter.asOf === undefined && filter.inForceOn === undefined && facetNames.every((name) => filter[name] === undefined)

/** How many versions a filter finds, as a statement. Words alone are counted without a look at the rows of the list, if not before. */
export const totalSql = ({ filter, asked, from, ...question }: Question): Prisma.Sql => {
  if (asked.is !== 'words' || !asksWordsAlone(filter))
    return Prisma.sql`SELECT count(*)::int AS total FROM ${from} WHERE ${whereOf({ filter, asked, from, ...question })}`
  return asked.total === undefined
    ? Prisma.sql`SELECT count(*)::int AS total FROM published.wording w WHERE w.is_current AND ${hasWords(asked.wide)}`
    : Prisma.sql`SELECT ${asked.total}::int AS total`
}

/** What a list says of a measure on the day of the law; nothing where it is certainly not in force. */
export const inForceOf = (state: LawState | null): 'certainly' | 'possibly' | undefined =>
  state === 'in-force' ? 'certainly' : state === 'unknown' ? 'possibly' : undefined
