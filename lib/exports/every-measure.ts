// All measures that a filter asks for, economy by economy, a bounded number in memory at a time. It reads nothing itself: it is given what does.
import type { MeasureFilter } from '#lib/published/filters.ts'
import type { EconomyList, MeasureList } from '#lib/published/schema.ts'

/** How many measures are in memory at once. */
export const batch = 250

type Sources = {
  find: (filter: MeasureFilter) => Promise<MeasureList>
  economies: EconomyList['items']
}

/**
 * The answer to a filter, by economy code and, within one, in the order of `find`; page and perPage of the filter are not regarded.
 * An economy is the key that the reading goes on from, so no question gets slower towards the end. An economy with at most `batch`
 * measures is read in one statement; in a larger one a measure that is published meanwhile is never given twice.
 */
export async function* everyMeasure(filter: MeasureFilter, { find, economies }: Sources): AsyncGenerator<MeasureList['items'][number]> {
  // The numbers are of today: what was published on an earlier day may be of an economy that has nothing now.
  const asked = economies.filter(({ code, measures }) => (filter.economy ? filter.economy.includes(code) : measures > 0 || filter.asOf))
  for (const { code } of asked.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const given = new Set<string>()
    for (let page = 1; ; page++) {
      const { items } = await find({ ...filter, economy: [code], page, perPage: batch })
      for (const item of items) {
        if (given.has(item.ref)) continue
        given.add(item.ref)
        yield item
      }
      if (items.length < batch) break
    }
  }
}
