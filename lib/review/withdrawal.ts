// Who may decide a requested withdrawal: it needs two people, as publication does. It reads no data.
import type { Subject } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { whyNotNow } from './workflow.ts'

/** Why the actor may not confirm (or decline) the request, as a sentence for them; null when they may. */
export function whyNotWithdrawal(
  actor: Pick<Actor, 'id' | 'role' | 'economies'>,
  confirm: boolean,
  subject: Subject & { requestedById: number },
): string | null {
  const own = subject.requestedById === actor.id
  if (own && !confirm) return null
  if (own) return 'You asked for this withdrawal, so somebody else has to confirm it.'
  return whyNotNow(actor, 'confirm withdrawal', subject)
}
