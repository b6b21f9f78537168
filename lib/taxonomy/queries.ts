// Reads the taxonomy and the economies for the desk. Reference data changes only when it is loaded anew, so a process asks once.
import { deskDb } from '#lib/system/db.ts'
import { economies as referenceEconomies } from '#prisma/reference/economies.ts'
import type { Economy } from './economy.ts'
import type { Pillar, TaxonomyNames } from './pillar.ts'

/** Asks once per process; a failure is not remembered. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

const byName = new Intl.Collator('en')
const aliasesOf = new Map(referenceEconomies.map(({ code, aliases }) => [code, aliases]))

/** All economies in the order of their names, each with the other names under which pages print it. */
export const economies: () => Promise<readonly Economy[]> = once(async () => {
  const rows = await deskDb().economy.findMany()
  return rows.map(({ code, name }) => ({ code, name, aliases: aliasesOf.get(code) ?? [] })).sort((a, b) => byName.compare(a.name, b.name))
})

/** The pillars in order with their sub-pillars in order. */
export const pillars: () => Promise<readonly Pillar[]> = once(async () => {
  const aliases = { select: { name: true }, orderBy: { id: 'asc' } } as const
  const rows = await deskDb().pillar.findMany({
    orderBy: { number: 'asc' },
    select: {
      number: true,
      name: true,
      aliases,
      subPillars: { orderBy: { position: 'asc' }, select: { code: true, name: true, knownIndirectly: true, aliases } },
    },
  })
  const named = <T extends { aliases: { name: string }[] }>(row: T) => ({ ...row, aliases: row.aliases.map(({ name }) => name) })
  return rows.map((row) => ({ ...named(row), subPillars: row.subPillars.map(named) }))
})

/** Everything that a written page is resolved against. */
export const taxonomyNames: () => Promise<TaxonomyNames> = once(async () => {
  const [known, all] = await Promise.all([pillars(), economies()])
  return { pillars: known, economies: all }
})
