// The trail for people: autosaves that follow one another are told as one. It reads no data.
import type { AuditEvent } from './entry.ts'

type Told = { at: Date; who: string; ref: string | null; version: number | null; event: AuditEvent }

/** A pause of this many minutes is told. */
const SITTING = 30

/** Joins the autosaves of one person on one version, newest first, that no longer pause and no other deed parts. */
export function foldAutosaves<T extends Told>(entries: readonly T[]): T[] {
  const folded: T[] = []
  let earliest = 0
  for (const entry of entries) {
    const later = folded.at(-1)
    const joined =
      later?.event.action === 'draft.autosaved' &&
      entry.event.action === 'draft.autosaved' &&
      later.who === entry.who &&
      later.ref === entry.ref &&
      later.version === entry.version &&
      earliest - entry.at.getTime() <= SITTING * 60_000
        ? { ...later, event: { ...later.event, since: entry.event.revision } }
        : null
    if (joined) folded.splice(-1, 1, joined)
    else folded.push(entry)
    earliest = entry.at.getTime()
  }
  return folded
}
