// What a worklist of impacts is asked, as it stands in an address. It reads no data; what it does not understand it takes as not asked.
import type { Query } from '#lib/system/query.ts'

/** `show`: what is open, what waits for a second person, what is settled. `olderThan` is in days since the confirmation. */
export type ImpactFilter = {
  lawChangeId?: number
  economy?: string
  personId?: number
  show?: 'open' | 'to check' | 'settled'
  olderThan?: number
  page?: number
}

/** The ages that a worklist is narrowed by. */
export const impactAges = [
  { days: 7, name: 'A week or older' },
  { days: 30, name: 'A month or older' },
  { days: 90, name: 'Three months or older' },
] as const

/** The filter of an address, and the same as texts for the form and the links to further pages. */
export function impactFilterOf(query: Query): {
  filter: ImpactFilter
  asked: { show: string; change: string; economy: string; person: string; age: string }
} {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const show = text('show')
  const filter: ImpactFilter = {
    ...(show === 'to check' || show === 'settled' ? { show } : {}),
    ...(/^\d{1,9}$/.test(text('change')) ? { lawChangeId: Number(text('change')) } : {}),
    ...(/^[A-Z]{2}$/.test(text('economy')) ? { economy: text('economy') } : {}),
    ...(/^\d{1,9}$/.test(text('person')) ? { personId: Number(text('person')) } : {}),
    ...(/^\d{1,4}$/.test(text('age')) ? { olderThan: Number(text('age')) } : {}),
    page: pageOf(query),
  }
  const asked = {
    show: filter.show ?? '',
    change: filter.lawChangeId === undefined ? '' : String(filter.lawChangeId),
    economy: filter.economy ?? '',
    person: filter.personId === undefined ? '' : String(filter.personId),
    age: filter.olderThan === undefined ? '' : String(filter.olderThan),
  }
  return { filter, asked }
}

/** The page that an address asks for, from 1. */
export const pageOf = ({ page }: Query): number => (typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1)

/** The address of a list with this question; what is not asked is not in it. */
export function addressOf(path: string, asked: Record<string, string>, page = 1): string {
  const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (page > 1) given.set('page', String(page))
  return given.size === 0 ? path : `${path}?${given}`
}
