// Publication without a second person, in an emergency: what it asks for, and who approves it afterwards. It reads no data and no clock.
import { reasonOf } from '#lib/measures/reason.ts'
import type { Subject } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { Invalid } from '#lib/system/errors.ts'
import { whyNotNow } from './workflow.ts'

/** A reason of fewer characters tells readers nothing; PostgreSQL refuses it as well. */
const shortest = 20

/** The reason as readers see it, 20 to 5,000 characters. Throws Invalid. */
export function emergencyReason(given: string): string {
  const reason = reasonOf(given, 'Say why it cannot wait for a second person: readers see it.')
  if (reason.length < shortest)
    throw new Invalid([{ path: 'reason', message: `Say in at least ${shortest} characters why it cannot wait: readers see it.` }])
  return reason
}

/** What speaks against this text already: an emergency stands for a second person who cannot be reached, and overrules nobody who said no. */
export type Objections = { toSettle: number; headReturned: boolean }

/** Why the text cannot be published in an emergency although the actor may, as a sentence; null when nothing speaks against it. */
export function whyOverruled({ toSettle, headReturned }: Objections): string | null {
  if (toSettle > 0) return 'A comment on this version must be settled first: an emergency does not overrule it.'
  if (headReturned) return 'A reviewer returned exactly this text: an emergency does not overrule it. Mend what was asked for first.'
  return null
}

/** Why the actor may not approve afterwards what the administrator published, as a sentence for them; null when they may. */
export function whyNotAfterwards(
  actor: Pick<Actor, 'id' | 'role' | 'economies'>,
  subject: Subject & { administratorId: number },
): string | null {
  if (subject.administratorId === actor.id) return 'You published this version, so somebody else has to approve it.'
  return whyNotNow(actor, 'approve afterwards', subject)
}
