// A list with everything that a reader needs to go on from it: facets with counts, where the words stand, other spellings, what else to ask.
import { type Clock, dayOf, systemClock } from '#lib/system/clock.ts'
import { publicRows } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { regions } from '#prisma/reference/regions.ts'
import { type Counted, type Facets, facetsOf, totalOf, withoutOf } from './facets.ts'
import type { FacetName, MeasureFilter } from './filters.ts'
import { type Question, questionOf, totalSql, whereOf } from './listing-queries.ts'
import { publishedNames } from './name-queries.ts'
import { measuresOfPage } from './queries.ts'
import type { MeasureList } from './schema.ts'
import { askedBy, correctedWords } from './search-queries.ts'
import { marks } from './search-words.ts'

/** Where the words stand in a measure: its titles in their order, and a piece of its text; what was found is between `marks`. */
export type Found = { titles: string[]; snippet: string }
export type Browsing = {
  list: MeasureList
  facets: Facets
  /** The words that were searched instead of those that were typed, of which nothing has any. */
  instead: string | null
  found: ReadonlyMap<string, Found>
  /** Only of an empty list: how many measures there would be without one of the things that were asked. */
  ideas: { without: FacetName | 'q' | 'asOf'; count: number }[]
}

/** What a filter finds. Misspelt words of which nothing is found are replaced by those they most likely mean. */
export async function browse(filter: MeasureFilter, clock: Clock = systemClock): Promise<Browsing> {
  const today = dayOf(clock)
  const first = await answerTo(filter, today)
  if (first.list.total > 0) return { ...first, instead: null, ideas: [] }
  const instead = filter.q ? await correctedWords(filter.q) : null
  if (instead !== null) {
    const second = await answerTo({ ...filter, q: instead }, today)
    if (second.list.total > 0) return { ...second, instead, ideas: [] }
  }
  const further = (['q', 'asOf'] as const).filter((name) => filter[name] !== undefined)
  const counts = await Promise.all(
    further.map(async (without) => ({ without, count: await totalFor({ ...filter, [without]: undefined }, today) })),
  )
  const ideas = [...first.without.map(({ name, count }) => ({ without: name, count })), ...counts]
  return { ...first, instead: null, ideas: ideas.filter(({ count }) => count > 0) }
}

async function answerTo(filter: MeasureFilter, today: string) {
  const question = questionOf(filter, await askedBy(filter.q), today)
  const [items, counted, names] = await Promise.all([measuresOfPage(question), counts(question), publishedNames()])
  return {
    list: { items, total: totalOf(counted), page: filter.page, perPage: filter.perPage },
    facets: facetsOf(counted, filter, { ...names, regions }),
    found: await foundIn(question, items),
    without: withoutOf(counted),
  }
}

/** The choices of all facets under a filter. */
export async function facetsFor(filter: MeasureFilter, clock: Clock = systemClock): Promise<Facets> {
  const question = questionOf(filter, await askedBy(filter.q), dayOf(clock))
  const [counted, names] = await Promise.all([counts(question), publishedNames()])
  return facetsOf(counted, filter, { ...names, regions })
}

async function totalFor(filter: MeasureFilter, today: string): Promise<number> {
  const question = questionOf(filter, await askedBy(filter.q), today)
  const rows = await publicRows<{ total: number }>`${totalSql(question)}`
  return rows[0]?.total ?? 0
}

/** Everything counted in one statement: all columns under all choices, and for each facet that is chosen from, its own under the others. */
function counts(question: Question): Promise<Counted[]> {
  const { from, law, chosen } = question
  const everything = Prisma.sql`
    SELECT 'all' AS under, CASE WHEN grouping(economy_code) = 0 THEN 'economy' WHEN grouping(place) = 0 THEN 'place'
        WHEN grouping(basis_kinds) = 0 THEN 'basisKind' WHEN grouping(law_state) = 0 THEN 'lawState' WHEN grouping(coverage) = 0 THEN 'coverage'
        WHEN grouping(change_kind) = 0 THEN 'changeKind' ELSE 'total' END AS column,
      coalesce(economy_code, place::text, basis_kinds::text, law_state, coverage, change_kind) AS value, count(*)::int AS count
    FROM (SELECT l.economy_code, l.place, l.basis_kinds, ${law} AS law_state, l.coverage, l.change_kind FROM ${from} WHERE ${whereOf(question)}) m
    GROUP BY GROUPING SETS ((economy_code), (place), (basis_kinds), (law_state), (coverage), (change_kind), ())`
  const years = (under: string, where: Prisma.Sql) => Prisma.sql`
    SELECT ${under}::text, 'year', y::text, count(*)::int FROM ${from} CROSS JOIN LATERAL unnest(l.years) y WHERE ${where} GROUP BY y`
  const own = chosen.map(({ name }) => {
    const where = whereOf(question, name)
    if (name === 'year')
      return Prisma.sql`${years(name, where)} UNION ALL SELECT 'year', 'total', NULL, count(*)::int FROM ${from} WHERE ${where}`
    const { column, value } = columnOf(name, law)
    return Prisma.sql`
      SELECT ${name}::text, CASE grouping(value) WHEN 0 THEN ${column}::text ELSE 'total' END, value, count(*)::int
      FROM (SELECT ${value} AS value FROM ${from} WHERE ${where}) m GROUP BY GROUPING SETS ((value), ())`
  })
  return publicRows<Counted>`${Prisma.join([everything, years('all', whereOf(question)), ...own], ' UNION ALL ')}`
}

function columnOf(name: Exclude<FacetName, 'year'>, law: Prisma.Sql): { column: string; value: Prisma.Sql } {
  switch (name) {
    case 'economy':
    case 'region':
      return { column: 'economy', value: Prisma.sql`l.economy_code` }
    case 'pillar':
    case 'subPillar':
      return { column: 'place', value: Prisma.sql`l.place::text` }
    case 'basisKind':
      return { column: name, value: Prisma.sql`l.basis_kinds::text` }
    case 'lawState':
      return { column: name, value: law }
    case 'coverage':
      return { column: name, value: Prisma.sql`l.coverage` }
    case 'changeKind':
      return { column: name, value: Prisma.sql`l.change_kind` }
  }
}

/** The words in their surroundings, by ref and number. Of a very long text only the beginning is looked at. */
async function foundIn({ asked }: Question, items: MeasureList['items']): Promise<Map<string, Found>> {
  if (asked.is !== 'words' || items.length === 0) return new Map()
  const config = asked.cyrillic ? 'published.cyrillic' : 'published.prose'
  const around = `StartSel=${marks.begin},StopSel=${marks.end}`
  const rows = await publicRows<{ ref: string; number: number } & Found>`
    SELECT v.ref, v.number,
      (SELECT coalesce(array_agg(ts_headline(${config}::regconfig, b ->> 'title', ${asked.wide}::tsquery, ${`HighlightAll=true,${around}`}) ORDER BY at), '{}')
        FROM jsonb_array_elements(v.content -> 'bases') WITH ORDINALITY x (b, at)) AS titles,
      ts_headline(${config}::regconfig, left(v.content ->> 'description', 20000), ${asked.wide}::tsquery,
        ${`MaxFragments=2,MaxWords=26,MinWords=12,FragmentDelimiter=" … ",${around}`}) AS snippet
    FROM published.version v JOIN unnest(${items.map(({ ref }) => ref)}::text[], ${items.map(({ version }) => version.number)}::int[]) AS asked (ref, number)
      ON v.ref = asked.ref AND v.number = asked.number`
  return new Map(rows.map(({ ref, number, titles, snippet }) => [`${ref} ${number}`, { titles, snippet }]))
}
