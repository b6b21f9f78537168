'use server'
// What a person changes of their own account.
import { redirect } from 'next/navigation'
import { changeOwnPassword } from '#lib/accounts/commands/change-own-password.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { z } from '#lib/system/zod.ts'

const passwords = z.object({ present: z.string().max(2000), next: z.string().max(2000), again: z.string().max(2000) })

export async function changePassword(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const { present, next, again } = passwords.parse(Object.fromEntries(form))
  if (next !== again) return { ok: false, kind: 'invalid', message: 'The new password was typed in two ways. Nothing was changed.' }
  const result = await answer(async () => {
    await changeOwnPassword(actor, { present, next })
    return {}
  })
  if (!result.ok) return result
  redirect('/sign-in?from=/desk&password=changed')
}
