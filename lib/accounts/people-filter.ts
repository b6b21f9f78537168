// What the list of people is asked, as it stands in an address. It reads no data; what it does not understand it takes as not asked.
import { type Role, roles } from '#lib/system/actor.ts'
import type { Query } from '#lib/system/query.ts'
import { isStorable } from '#lib/system/text.ts'

/** `economy` asks for those who may write on it. Without `state` both are asked for. */
export type PeopleFilter = { q: string; role?: Role; state?: 'enabled' | 'disabled'; economy?: string; page: number }

export function peopleFilterOf(address: Query): PeopleFilter {
  const text = (name: string) => {
    const value = address[name]
    return typeof value === 'string' && isStorable(value) ? value.trim().slice(0, 200) : ''
  }
  const role = roles.find((one) => one === text('role'))
  const state = (['enabled', 'disabled'] as const).find((one) => one === text('state'))
  return {
    q: text('q'),
    ...(role && { role }),
    ...(state && { state }),
    ...(/^[A-Z]{2}$/.test(text('economy')) && { economy: text('economy') }),
    page: /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/** The address of a page of the list; what is not asked is not in it. */
export function peopleAddress({ q, page, ...rest }: PeopleFilter): string {
  const query = new URLSearchParams({ ...(q && { q }), ...rest, ...(page > 1 && { page: String(page) }) })
  return query.size === 0 ? '/desk/people' : `/desk/people?${query}`
}
