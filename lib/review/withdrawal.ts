// Who may decide a requested withdrawal: it needs two people, as publication does. It reads no data.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Subject } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'
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

/** What already leads to a withdrawal of a version: a request that waits, or one that is confirmed and on the schedule. */
export type UnderWay = { waiting: { requesterName: string } | null; scheduled: { schedulerName: string } | null }

/** Refuses to ask for the withdrawal of a version. Throws NotAllowed, Stale. */
export function refuseRequest(actor: Actor, version: Subject, { waiting, scheduled }: UnderWay): void {
  const refused = whyNotNow(actor, 'request withdrawal', version)
  if (refused !== null) throw new NotAllowed(refused)
  if (waiting) throw new Stale(`${waiting.requesterName} already asked for the withdrawal of this version.`)
  if (scheduled) throw new Stale(`The withdrawal of this version is scheduled already, by ${scheduled.schedulerName}.`)
}

/** Refuses to decide the request that waits; `seen` is the id of the one that the actor read, where they say so. Throws NotAllowed, Stale. */
export function refuseDecision(
  actor: Actor,
  confirm: boolean,
  version: Subject,
  request: { id: number; requestedById: number } | null,
  seen?: number,
): asserts request is { id: number; requestedById: number } {
  if (!request) {
    const refused = whyNot(actor, 'request withdrawal', version.economy)
    if (refused !== null) throw new NotAllowed(refused)
    throw new Stale('No withdrawal of this version is waiting for a decision any more.')
  }
  const refused = whyNotWithdrawal(actor, confirm, { ...version, requestedById: request.requestedById })
  if (refused !== null) throw new NotAllowed(refused)
  if (seen !== undefined && seen !== request.id)
    throw new Stale('It was declined since you looked, and asked for again: read the new reason.')
}
