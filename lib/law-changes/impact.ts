// An impact: what a law change asks of one measure, where its settlement stands, and who may take the next step. It reads no data and no clock.
import { whyNot } from '#lib/accounts/permissions.ts'
import { isOpen, type VersionState } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'

/** How many days after the confirmation an impact is due. */
export const daysToSettle = 30

/** The day on which an impact is due, for a law change that was confirmed at this moment. */
export const dueAfter = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + daysToSettle * 86_400_000)

/** The newest answer to an impact, as it decides where the impact stands. */
export type Answer = {
  outcome: 'updated' | 'not_affected'
  versionState: VersionState | null
  answeredById: number
  check: { accepted: boolean } | null
}

export const impactStates = ['open', 'being updated', 'to check', 'updated', 'not affected'] as const
export type ImpactState = (typeof impactStates)[number]

/** Where an impact stands. A discarded draft and a declined “not affected” leave it open again. */
export function stateOfImpact(outcome: 'updated' | 'not_affected' | null, answer: Answer | null): ImpactState {
  if (outcome !== null) return outcome === 'updated' ? 'updated' : 'not affected'
  if (answer?.outcome === 'not_affected' && answer.check === null) return 'to check'
  if (answer?.outcome === 'updated' && answer.versionState !== null && isOpen(answer.versionState)) return 'being updated'
  return 'open'
}

type Person = Pick<Actor, 'id' | 'role' | 'economies'>

/** Why the actor may not answer the impact now, as a sentence for them; null when they may. */
export function whyNotAnswer(actor: Person, impact: { economy: string; state: ImpactState }): string | null {
  const refused = whyNot(actor, 'settle impact', impact.economy)
  if (refused !== null) return refused
  return impact.state === 'open' ? null : `This impact is ${said[impact.state]} already.`
}

/** Why the actor may not accept (or decline) a “not affected”; whoever said it may only take it back. */
export function whyNotCheck(
  actor: Person,
  accept: boolean,
  impact: { economy: string; state: ImpactState; answeredById: number },
): string | null {
  const own = actor.id === impact.answeredById
  const refused = own ? whyNot(actor, 'settle impact', impact.economy) : whyNot(actor, 'check impact', impact.economy)
  if (own && accept) return 'You said that the measure is not affected, so somebody else has to check it.'
  if (refused !== null) return refused
  return impact.state === 'to check' ? null : 'No “not affected” is waiting to be checked any more.'
}

const said: Record<ImpactState, string> = {
  open: 'open',
  'being updated': 'being settled by a new version',
  'to check': 'answered with “not affected”, which waits to be checked,',
  updated: 'settled by a new version',
  'not affected': 'settled as not affected',
}
