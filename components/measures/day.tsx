// A moment of record time as the day it was, in UTC as everywhere in the record.
import { renderDate } from '#lib/timeline/partial-date.ts'

export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{dayOf(at)}</time>
}

export const dayOf = (at: string): string => renderDate(at.slice(0, 10))
