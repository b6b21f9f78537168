// The names of economies and of the taxonomy, as the public role reads them; kept per process, because only a deployment changes them.
import { publicDb } from '#lib/system/db.ts'

export type Names = {
  edition: string
  economies: { code: string; name: string }[]
  pillars: { number: number; name: string; subPillars: { code: string; name: string; knownIndirectly: boolean }[] }[]
}

const known = new WeakMap<object, Promise<Names>>()

/** All names: economies by name, pillars and sub-pillars in their order. */
export function publishedNames(): Promise<Names> {
  const db = publicDb()
  const names = known.get(db) ?? load(db)
  known.set(db, names)
  names.catch(() => known.delete(db))
  return names
}

async function load(db: ReturnType<typeof publicDb>): Promise<Names> {
  const [economies, pillars, subPillars] = await Promise.all([
    db.$queryRaw<Names['economies']>`SELECT code, name FROM published.economy`,
    db.$queryRaw<{ number: number; name: string; edition: string }[]>`SELECT number, name, edition FROM published.pillar ORDER BY number`,
    db.$queryRaw<{ code: string; pillar: number; name: string; knownIndirectly: boolean }[]>`
      SELECT code, pillar, name, known_indirectly AS "knownIndirectly" FROM published.sub_pillar ORDER BY pillar, position`,
  ])
  if (pillars.length === 0) known.delete(db)
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
