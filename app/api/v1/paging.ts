// Turns the pages of a list of the API: by number, or by cursor for who reads everything.
import { cursorTo, type PlaceIn, placeOf } from '#lib/published/cursor.ts'
import type { ListLinks } from '#lib/published/list-schema.ts'
import type { Wrong } from './answer.ts'

type List = Parameters<typeof cursorTo>[0]
/** `turn` is undefined without a walk; `after` null at its beginning. */
type Walk<L extends List> = { turn: number; after: PlaceIn<L>['after'] | null } | undefined

/** Where the address wants to go on, and what of that is not understood. */
export function walkOf<L extends List>(list: L, params: URLSearchParams): { walk: Walk<L>; wrong: Wrong[] } {
  const { place, problem } = placeOf(list, params.get('cursor'))
  if (problem) return { walk: undefined, wrong: [{ parameter: 'cursor', message: problem }] }
  if (place !== undefined && params.has('page'))
    return { walk: undefined, wrong: [{ parameter: 'page', message: 'Not together with cursor, which knows where it is' }] }
  return { walk: place === undefined ? undefined : place === null ? { turn: 1, after: null } : place, wrong: [] }
}

type Page<L extends List> = { page: number; more: boolean; last: PlaceIn<L>['after'] | undefined }

/** The page's number and its links; `more` says whether the list goes on, `last` is the place of its last item. */
export function pageOf<L extends List>(
  list: L,
  request: Request,
  walk: Walk<L>,
  { page, more, last }: Page<L>,
): { page: number; links: ListLinks } {
  const { pathname, searchParams } = new URL(request.url)
  const at = (name: string, value: string) => {
    const params = new URLSearchParams(searchParams)
    params.set(name, value)
    return `${pathname}?${params}`
  }
  const self = searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
  if (!walk) {
    return {
      page,
      links: {
        self,
        ...(more ? { next: at('page', String(page + 1)) } : {}),
        ...(page > 1 ? { previous: at('page', String(page - 1)) } : {}),
      },
    }
  }
  const place = { turn: walk.turn + 1, after: last } as PlaceIn<L>
  return { page: walk.turn, links: { self, ...(more && last !== undefined ? { next: at('cursor', cursorTo(list, place)) } : {}) } }
}
