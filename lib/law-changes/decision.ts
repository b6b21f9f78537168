// Who may decide on a proposed law change: it needs two people, as publication does. It reads no data.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'

/** Why the actor may not confirm (or decline), as a sentence for them; null when they may. `economy` is null for an act of a union. */
export function whyNotDecide(
  actor: Pick<Actor, 'id' | 'role' | 'economies'>,
  confirm: boolean,
  subject: { economy: string | null; proposedById: number },
): string | null {
  const own = actor.id === subject.proposedById
  if (own && !confirm) return null
  if (own) return 'You proposed this law change, so somebody else has to confirm it.'
  return whyNot(actor, 'decide law change', subject.economy)
}
