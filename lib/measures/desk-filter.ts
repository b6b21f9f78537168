// What the desk's list of measures is asked, as it stands in an address. It reads no data; what it does not understand it takes as not asked.
import { z } from '#lib/system/zod.ts'
import type { DeskFilter } from './list-queries.ts'
import { versionStates } from './version.ts'

const text = z.string().trim().max(200).catch('')
const asked = z.object({
  q: text.default(''),
  economy: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch('')
    .default(''),
  state: z
    .enum([...versionStates, 'withdrawal asked', ''])
    .catch('')
    .default(''),
  responsible: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .catch('')
    .default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

/** The filter of an address, and the same as texts for the form and the links; what is not asked is not in them. */
export function deskFilterOf(address: Record<string, unknown>): { filter: DeskFilter & { page: number }; asked: Record<string, string> } {
  const { q, economy, state, responsible, page } = asked.parse(address)
  const filter = {
    ...{ q, page },
    ...(economy ? { economy } : {}),
    ...(state === 'withdrawal asked' ? { withdrawal: true } : state ? { state } : {}),
    ...(responsible ? { responsible: Number(responsible) } : {}),
  }
  const given = Object.entries({ q, economy, state, responsible }).filter(([, value]) => value !== '')
  return { filter, asked: Object.fromEntries(given) }
}

/** The address of a page of the list. */
export function deskListAddress(asked: Record<string, string>, page = 1): string {
  const query = new URLSearchParams(asked)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/desk/measures' : `/desk/measures?${query}`
}
