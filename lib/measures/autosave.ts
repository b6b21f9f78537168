// When the form saves by itself: after a pause, never too often, and after a failure ever more patiently. It reads no clock.

/** All in milliseconds. What this cadence costs is in lib/system/decisions/0012. */
export const cadence = {
  /** Somebody who stops typing this long is saved. */
  pause: 2_000,
  /** Somebody who never stops is saved this long after the first change. */
  longest: 30_000,
  /** Two saves are at least this far apart. */
  apart: 10_000,
  /** The first attempt after a failure, and the longest wait after many. */
  firstRetry: 2_000,
  lastRetry: 60_000,
}

/** Moments in milliseconds: of the last change, of the first that is not saved, of the last attempt; and how many attempts failed in a row. */
export type Unsaved = { changedAt: number; since: number; attemptedAt: number; failures: number }

/** Milliseconds until the next save of a text that is not saved; 0 is at once. */
export function autosaveIn(now: number, { changedAt, since, attemptedAt, failures }: Unsaved): number {
  const settled = Math.min(changedAt + cadence.pause, since + cadence.longest)
  const allowed = attemptedAt + (failures === 0 ? cadence.apart : Math.min(cadence.firstRetry * 2 ** (failures - 1), cadence.lastRetry))
  return Math.max(0, settled - now, allowed - now)
}
