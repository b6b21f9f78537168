// The desk at a glance: how long versions have waited, and what was done week by week. It reads no data and no clock.
import type { VersionState } from '#lib/measures/version.ts'

export const ages = ['up to a day', '2 to 7 days', '8 to 30 days', 'longer'] as const
export const waitingStates = ['draft', 'in_review', 'returned', 'approved'] as const satisfies readonly VersionState[]

/** Versions in a state that have waited so long: a place in `ages`. */
export type WaitingCount = { state: (typeof waitingStates)[number]; age: number; versions: number; oldest: Date }
/** What was done in the week that begins on `week`, a Monday as an ISO day. */
export type WeekCount = { week: string; published: number; returned: number }

/** How many weeks are told, the present one among them. */
export const weeksTold = 26

const day = 86_400_000

/** The Monday of the week of an ISO day. */
export function mondayOf(today: string): string {
  const at = new Date(`${today}T00:00:00Z`)
  return new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10)
}

/** Every week that is told, oldest first, with zeros where nothing was done. */
export function everyWeek(counts: readonly WeekCount[], today: string): WeekCount[] {
  const last = Date.parse(`${mondayOf(today)}T00:00:00Z`)
  return Array.from({ length: weeksTold }, (_, index) => {
    const week = new Date(last - (weeksTold - 1 - index) * 7 * day).toISOString().slice(0, 10)
    return counts.find((one) => one.week === week) ?? { week, published: 0, returned: 0 }
  })
}

/** How long the longest of several has waited, in words. */
export function waitedSince(oldest: Date, now: Date): string {
  const days = Math.floor((now.getTime() - oldest.getTime()) / day)
  return days === 0 ? 'since today' : `the longest for ${days} ${days === 1 ? 'day' : 'days'}`
}

/** How many versions are in a state, and since when the longest of them. */
export function waitingIn(counts: readonly WaitingCount[], state: WaitingCount['state']): { versions: number; oldest: Date | null } {
  const own = counts.filter((one) => one.state === state)
  return {
    versions: own.reduce((sum, { versions }) => sum + versions, 0),
    oldest: own.reduce<Date | null>((oldest, one) => (oldest === null || one.oldest < oldest ? one.oldest : oldest), null),
  }
}
