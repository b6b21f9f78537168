// A version that was published in an emergency, as a row of the lists of the desk.
import type { WaitingEmergency } from '#lib/review/emergency-queries.ts'
import type { VersionRow } from './version-table.tsx'

export const emergencyRow = (waiting: WaitingEmergency): VersionRow => {
  const { ref, title, number, state, at, by, reason, authors, refused } = waiting
  return {
    ref,
    title,
    number,
    state,
    at,
    author: by,
    href: `/desk/review/${ref}?version=${number}`,
    note: `${refused === null ? `Written by ${authors.join(', ')}` : refused} · ${reason}`,
  }
}
