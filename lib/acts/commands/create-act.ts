// Enters an act into the register. Nothing cites it yet, so nothing of it is public.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { ActInput } from '#lib/acts/schema.ts'
import { columnsOf, putEvents, readAct } from '#lib/acts/store.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Creates an act and returns its ref. Throws NotAllowed, Invalid. */
export async function createAct(actor: Actor, input: ActInput, clock: Clock = systemClock): Promise<{ ref: string }> {
  const act = readAct(input)
  const refused = whyNot(actor, 'register act', act.economy || null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const row = await tx.act.create({ data: { ...(await columnsOf(tx, act)), createdById: actor.id, createdAt: clock() } })
    await putEvents(tx, row.id, act.events)
    const ref = row.ref ?? ''
    await record(tx, actor, { action: 'act.registered', act: ref, title: act.title }, { at: clock() })
    return { ref }
  })
}
