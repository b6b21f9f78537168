// The taxonomy: pillars and their sub-pillars, each with the other names under which pages print it. Pure; an unknown name is nothing, never a guess.
import type { Economy } from './economy.ts'
import { findNamed, type Named } from './name.ts'

/** `code` is `pillar.position`, such as `8.3`; `knownIndirectly` marks a name that no page of the source was seen to print. */
export type SubPillar = Named & { code: string; knownIndirectly: boolean }

export type Pillar = Named & { number: number; subPillars: readonly SubPillar[] }

/** Everything that a written page is resolved against. The lists are indexed at first use: make new ones instead of changing them. */
export type TaxonomyNames = { pillars: readonly Pillar[]; economies: readonly Economy[] }

/** The pillar of that name or alias, letter case, blanks, dashes and quotation marks aside; null when none has it. */
export const resolvePillar = (names: TaxonomyNames, name: string): Pillar | null => findNamed(names.pillars, name)

/** The sub-pillar of that name or alias within one pillar; null when that pillar has none such, even if another one does. */
export const resolveSubPillar = (pillar: Pillar, name: string): SubPillar | null => findNamed(pillar.subPillars, name)

/** The sub-pillar of a code such as `8.3` with its pillar; null for an unknown code. */
export function subPillarOf(names: TaxonomyNames, code: string): { pillar: Pillar; subPillar: SubPillar } | null {
  const pillar = names.pillars.find(({ number }) => number === Number.parseInt(code, 10))
  const subPillar = pillar?.subPillars.find((one) => one.code === code)
  return pillar && subPillar ? { pillar, subPillar } : null
}
