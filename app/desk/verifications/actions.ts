'use server'
// The record that a text was checked, and the intervals of checks, from their forms: who acts comes from the session, which text from the page.
import { redirect } from 'next/navigation'
import { currentActor } from '#lib/accounts/session.ts'
import { verify } from '#lib/measures/commands/verify.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { z } from '#lib/system/zod.ts'
import { setCheckInterval } from '#lib/taxonomy/commands/set-check-interval.ts'

const check = z.object({
  ref: z.string().max(20),
  version: z.coerce.number().int(),
  digest: z.string().max(64),
  checkedOn: z.string().max(40).default(''),
  reason: z.string().default(''),
})

export async function verifyText(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const { reason, ...given } = check.parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await verify(actor, { ...given, note: reason })
    return {}
  })
  if (!result.ok) return result
  redirect(`/desk/measures/${given.ref}`)
}

export async function setIntervals(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const changes = given.flatMap(([name, months]) => {
    const subPillar = name.match(/^months (.{1,10})$/)?.[1]
    return subPillar === undefined ? [] : [{ subPillar, was: Number(form.get(`was ${subPillar}`)), months: Number(months) }]
  })
  const result = await answer(() => setCheckInterval(actor, { changes }))
  if (!result.ok) return result
  redirect(`/desk/verifications/intervals?saved=${result.changed}`)
}
