'use server'
// The decisions of reviewers from forms: each names the digest of the text that was on the page.
import { redirect } from 'next/navigation'
import { currentActor } from '#lib/accounts/session.ts'
import { approve } from '#lib/review/commands/approve.ts'
import { publish } from '#lib/review/commands/publish.ts'
import { returnVersion } from '#lib/review/commands/return.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { z } from '#lib/system/zod.ts'

const decision = z.object({
  ref: z.string().max(20),
  version: z.coerce.number().int(),
  digest: z.string().max(64),
  reason: z.string().default(''),
})

async function decide(
  form: FormData,
  command: (actor: Actor, input: z.infer<typeof decision>) => Promise<void>,
  then: (ref: string) => string,
) {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = decision.parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await command(actor, given)
    return {}
  })
  if (!result.ok) return result
  redirect(then(given.ref))
}

export const approveVersion = async (_previous: Refusal | null, form: FormData) => decide(form, approve, (ref) => `/desk/review/${ref}`)
export const sendBack = async (_previous: Refusal | null, form: FormData) => decide(form, returnVersion, () => '/desk/review')
export const publishVersion = async (_previous: Refusal | null, form: FormData) => decide(form, publish, (ref) => `/desk/review/${ref}`)
