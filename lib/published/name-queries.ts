// The names of economies and of the taxonomy, as the public role reads them; kept per process, because only a deployment changes them.
import { publicPool, publicRows } from '#lib/system/db.ts'

export type Names = {
  edition: string
  economies: { code: string; name: string }[]
  pillars: { number: number; name: string; subPillars: { code: string; name: string; knownIndirectly: boolean }[] }[]
}

const known = new WeakMap<object, Promise<Names>>()

/** All names: economies by name, pillars and sub-pillars in their order. */
export function publishedNames(): Promise<Names> {
  const pool = publicPool()
  const names = known.get(pool) ?? load(pool)
  known.set(pool, names)
  names.catch(() => known.delete(pool))
  return names
}

async function load(pool: object): Promise<Names> {
  const [economies, pillars, subPillars] = await Promise.all([
    publicRows<Names['economies'][number]>`SELECT code, name FROM published.economy`,
    publicRows<{ number: number; name: string; edition: string }>`SELECT number, name, edition FROM published.pillar ORDER BY number`,
    publicRows<{ code: string; pillar: number; name: string; knownIndirectly: boolean }>`
      SELECT code, pillar, name, known_indirectly AS "knownIndirectly" FROM published.sub_pillar ORDER BY pillar, position`,
  ])
  if (pillars.length === 0) known.delete(pool)
  return {
    edition: pillars[0]?.edition ?? '',
    // Åland among the others with A, whatever the database takes for an order.
    economies: economies.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    pillars: pillars.map(({ number, name }) => ({
      number,
      name,
      subPillars: subPillars
        .filter((row) => row.pillar === number)
        .map(({ code, name, knownIndirectly }) => ({ code, name, knownIndirectly })),
    })),
  }
}
