// Carries out a bulk: each item by its single command, as whoever asked for it, looked up anew. What a command refuses is the item's own result.
import { actorById } from '#lib/accounts/queries.ts'
import { endTurn, type NextItem, nextItem, settleUndone } from '#lib/bulk/store.ts'
import { assignVersion } from '#lib/measures/commands/assign-version.ts'
import { moveMeasure } from '#lib/measures/commands/move-measure.ts'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { submit } from '#lib/review/commands/submit.ts'
import { answer } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Items in one turn of a worker: well under the time that a job may take, and other work gets its turn between two of them. */
const aTurn = 50

type Do = (actor: Actor, next: NextItem, clock: Clock) => Promise<unknown>

const deeds: Record<NextItem['bulk']['deed'], Do> = {
  assign: (actor, { bulk, seen, revision: _, ...on }, clock) =>
    assignVersion(actor, { ...on, personId: bulk.personId ?? 0, seen: seen ?? 0 }, clock),
  submit: (actor, { revision, ref, version, item }, clock) => submit(actor, { ref, version, basedOn: revision, item }, clock),
  request_withdrawal: (actor, { bulk, ref, version, item }, clock) =>
    requestWithdrawal(actor, { ref, version, reason: bulk.reason, item }, clock),
  confirm_withdrawal: (actor, { ref, version, seen, item }, clock) =>
    decideWithdrawal(actor, { ref, version, confirm: true, item, ...(seen === null ? {} : { request: seen }) }, clock),
  move: (actor, { bulk, ref, version, revision, item }, clock) =>
    moveMeasure(actor, { ref, subPillar: bulk.subPillar, note: bulk.reason, seen: { version, revision }, item }, clock),
}

/** Does the next items of a bulk, each in a transaction of its own. Whatever was done before is not done again. */
export async function runBulk({ bulk }: { bulk: number }, clock: Clock = systemClock): Promise<void> {
  for (let done = 0; done < aTurn; done++) {
    const next = await nextItem(bulk)
    if (!next) break
    const result = await answer(async () => {
      const actor = await actorById(next.bulk.createdById)
      if (!actor) throw new NotAllowed('The account that asked for this is disabled.')
      await deeds[next.bulk.deed](actor, next, clock)
      return {}
    })
    if (!result.ok) await settleUndone(next.item, result.kind === 'failed' ? 'failed' : 'refused', result.message, clock())
  }
  await endTurn(bulk, clock())
}
