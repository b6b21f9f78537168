// Enters an act into the register. Nothing cites it yet, so nothing of it is public.
import { whyNotAct } from '#lib/accounts/permissions.ts'
import type { ActInput } from '#lib/acts/schema.ts'
import { insertAct, readAct } from '#lib/acts/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Creates an act and returns its ref. Throws NotAllowed, Invalid. */
export async function createAct(actor: Actor, input: ActInput, clock: Clock = systemClock): Promise<{ ref: string }> {
  const act = readAct(input)
  const refused = whyNotAct(actor, 'register act', act.economy)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => ({ ref: (await insertAct(tx, actor, act, clock())).ref }))
}
