'use server'
// What is put on the schedule, taken off it, and tried again, from forms.
import { redirect } from 'next/navigation'
import { currentActor } from '#lib/accounts/session.ts'
import { cancelSchedule } from '#lib/review/commands/cancel-schedule.ts'
import { retrySchedule } from '#lib/review/commands/retry-schedule.ts'
import { schedule } from '#lib/review/commands/schedule.ts'
import { said } from '#lib/review/local-time.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { z } from '#lib/system/zod.ts'

const publication = said.extend({ ref: z.string().max(20), version: z.coerce.number().int(), digest: z.string().max(64) })
const one = z.object({ schedule: z.coerce.number().int(), back: z.string().regex(/^\/desk\/[\w/-]*$/) })

async function take<S extends z.ZodType>(
  form: FormData,
  shape: S,
  command: (actor: Actor, input: z.infer<S>) => Promise<void>,
  then: (input: z.infer<S>) => string,
): Promise<Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = shape.parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await command(actor, given)
    return {}
  })
  if (!result.ok) return result
  redirect(then(given))
}

export const scheduleVersion = async (_previous: Refusal | null, form: FormData) =>
  take(
    form,
    publication,
    (actor, { local, zone, choice, ...on }) => schedule(actor, { ...on, time: { local, zone, choice } }),
    ({ ref }) => `/desk/review/${ref}`,
  )
export const cancelScheduled = async (_previous: Refusal | null, form: FormData) => take(form, one, cancelSchedule, ({ back }) => back)
export const retryScheduled = async (_previous: Refusal | null, form: FormData) => take(form, one, retrySchedule, ({ back }) => back)
