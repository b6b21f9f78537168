// An economy beside the others: its measures in each pillar and the median of all economies that have measures. It reads no data.

export type PillarCount = { economy: string; pillar: number; measures: number }
export type PillarLine = { number: number; name: string; measures: number; median: number }

/** The middle of the numbers, half-way between two; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** An economy with measures, but none in a pillar, counts there as 0; one without any measure counts nowhere: nobody has looked at it yet. */
export function profileOf(
  counts: readonly PillarCount[],
  pillars: readonly { number: number; name: string }[],
  economy: string,
): { lines: PillarLine[]; max: number; economies: number } {
  const covered = [...new Set(counts.map((count) => count.economy))]
  const known = new Map(counts.map((count) => [`${count.economy} ${count.pillar}`, count.measures]))
  const of = (code: string, pillar: number) => known.get(`${code} ${pillar}`) ?? 0
  const lines = pillars.map(({ number, name }) => ({
    number,
    name,
    measures: of(economy, number),
    median: medianOf(covered.map((code) => of(code, number))),
  }))
  return { lines, max: lines.reduce((most, { measures, median }) => Math.max(most, measures, median), 0), economies: covered.length }
}
