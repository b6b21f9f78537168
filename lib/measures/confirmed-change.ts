// A confirmed law change as a text that cites the act has to answer to it: told in the timeline, left out on purpose, or missed. It reads no data and no clock.
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import type { Basis } from './content.ts'

/** `actRefs` are the act and everything that was merged into it. */
export type ConfirmedChange = { actRefs: readonly string[]; kind: LegalEventKind; date: string; confirmedAt: Date }

/**
 * Whether a basis that cites the act misses the change. A date said more coarsely or more finely is the same event. Who chose only some of the
 * act's events, with a reason, has left out those that were confirmed before the text was saved (`savedAt`; null while it is being written).
 */
export function missesChange(basis: Basis, change: ConfirmedChange, savedAt: Date | null): boolean {
  if (basis.kind !== 'act' || basis.actRef === undefined || !change.actRefs.includes(basis.actRef)) return false
  const told = ({ kind, date }: { kind: string; date: string }) =>
    kind === change.kind && (date.startsWith(change.date) || change.date.startsWith(date))
  if (basis.events.some(told)) return false
  const chosen = basis.selection !== undefined && basis.selection !== ''
  return !(chosen && (savedAt === null || change.confirmedAt <= savedAt))
}
