'use server'
// The writes of bulks from forms: who acts comes from the session, what is done from a command. They work without scripts.
import { redirect } from 'next/navigation'
import type { BulkAnswer } from '#components/bulk/protocol.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { bulkRequest, MOST } from '#lib/bulk/bulk.ts'
import { beginBulk } from '#lib/bulk/commands/begin-bulk.ts'
import { planBulk } from '#lib/bulk/commands/plan-bulk.ts'
import { stopBulk } from '#lib/bulk/commands/stop-bulk.ts'
import { leftOver } from '#lib/bulk/queries.ts'
import { deskFilterOf } from '#lib/measures/desk-filter.ts'
import { refsOf } from '#lib/measures/list-queries.ts'
import { answer, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { z } from '#lib/system/zod.ts'

const onBulk = z.object({ bulk: z.coerce.number().int() })

/** Runs a command for a form, and leads to the bulk that it is about. */
async function take(form: FormData, work: (actor: Actor) => Promise<number>): Promise<BulkAnswer> {
  const typed = Object.fromEntries(['personId', 'subPillar', 'reason'].map((name) => [name, String(form.get(name) ?? '')]))
  const actor = await currentActor()
  const result = actor ? await answer(async () => ({ bulk: await work(actor) })) : signedOut
  if (!result.ok) return { ...result, typed }
  redirect(`/desk/bulk/${result.bulk}`)
}

export const planChosen = async (_previous: BulkAnswer, form: FormData) =>
  take(form, async (actor) => {
    const given = Object.fromEntries(form)
    const request = bulkRequest.parse(given)
    const refs = form.has('all') ? await refsOf(actor, deskFilterOf(given).filter, MOST + 1) : form.getAll('item').map(String)
    return (await planBulk(actor, { request, refs })).bulk
  })

/** The measures of a bulk of which nothing came, planned anew as they stand now. */
export const planAgain = async (_previous: BulkAnswer, form: FormData) =>
  take(form, async (actor) => (await planBulk(actor, await leftOver(actor, onBulk.parse(Object.fromEntries(form)).bulk))).bulk)

export const beginPlanned = async (_previous: BulkAnswer, form: FormData) =>
  take(form, async (actor) => {
    const given = onBulk.parse(Object.fromEntries(form))
    await beginBulk(actor, given)
    return given.bulk
  })

export const stopRunning = async (_previous: BulkAnswer, form: FormData) =>
  take(form, async (actor) => {
    const given = onBulk.parse(Object.fromEntries(form))
    await stopBulk(actor, given)
    return given.bulk
  })
