// What handing a draft to the reviewers is refused for. It reads no data.
import type { Content } from '#lib/measures/content.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import type { Subject } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'
import { whyNotNow } from './workflow.ts'

type Submitted = Subject & { number: number; head: { number: number; authorName: string; content: Content } }

/** Refuses to submit a version of which the actor saw the revision `basedOn`. Throws NotAllowed, Stale, and Invalid with what is missing. */
export function refuseSubmission(actor: Actor, version: Submitted, basedOn: number, subPillarUnknown: boolean): void {
  const refused = whyNotNow(actor, 'submit', version)
  if (refused !== null) throw new NotAllowed(refused)
  if (version.head.number !== basedOn) throw new Stale(`${version.head.authorName} saved this draft since you opened it.`)
  const missing = requirementsForReview(version.head.content, { versionNumber: version.number, subPillarUnknown })
  if (missing.length > 0) throw new Invalid(missing)
}
