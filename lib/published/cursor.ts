// Where a walk through a list goes on: an opaque text for readers, a place for us. It reads no data.
import { z } from '#lib/system/zod.ts'

/** What begins a walk. */
export const firstCursor = '*'
const notACursor = 'Not a cursor of this list: begin with cursor=* and follow links.next'

/** The places of each list: after which ref, or after which change. `turn` counts the pages of the walk. */
const places = {
  measures: z.object({ turn: z.int().min(1), after: z.string().regex(/^[A-Z]{2}-\d{4,9}$/) }),
  acts: z.object({ turn: z.int().min(1), after: z.string().regex(/^ACT-\d{4,9}$/) }),
  changes: z.object({ turn: z.int().min(1), after: z.object({ at: z.iso.datetime(), key: z.string().max(60) }) }),
}
type List = keyof typeof places
export type PlaceIn<L extends List> = z.infer<(typeof places)[L]>

export const cursorTo = <L extends List>(list: L, place: PlaceIn<L>): string =>
  Buffer.from(JSON.stringify([list, place])).toString('base64url')

/** The place of a cursor; null is the beginning, undefined no walk. */
export function placeOf<L extends List>(list: L, cursor: string | null): { place: PlaceIn<L> | null | undefined; problem?: string } {
  if (cursor === null || cursor === '') return { place: undefined }
  if (cursor === firstCursor) return { place: null }
  try {
    const [named, place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    const read = places[list].safeParse(place)
    if (named === list && read.success) return { place: read.data as PlaceIn<L> }
  } catch {
    // Not JSON: told below, like everything else that is no cursor.
  }
  return { place: undefined, problem: notACursor }
}

/** The parameter as the description has it. */
export const cursor = z.string().optional().meta({
  description:
    'Walks through the whole list in an order of its own that no publication disturbs: begin with `*`, then follow `links.next`. Not together with `page`.',
  example: '*',
})
