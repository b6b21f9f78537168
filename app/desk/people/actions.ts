'use server'
// Changes of people from the forms of administrators. A password is made up here, and told to the one who asked, this once: it is in no address, log or table.
import { refresh } from 'next/cache'
import { addPerson } from '#lib/accounts/commands/add-person.ts'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { madeUpPassword } from '#lib/accounts/password.ts'
import { changeAtDesk, type NewPerson } from '#lib/accounts/person.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { z } from '#lib/system/zod.ts'

export type Added = { ok: true; id: number; password: string }

export async function addSomebody(input: NewPerson): Promise<Added | Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const { email, name, role, economies } = input
  const password = madeUpPassword()
  return answer(async () => ({ ...(await addPerson(actor, { email, name, role, economies, password })), password }))
}

const seen = { id: z.int(), edition: z.int() }
const asked = z.object({ ...seen, change: changeAtDesk })

export async function changeSomebody(input: z.input<typeof asked>): Promise<{ ok: true; changed: boolean } | Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(() => changePerson(actor, asked.parse(input)))
  if (result.ok || result.kind === 'stale') refresh()
  return result
}

const whose = z.object(seen)

/** The page is not drawn anew: whoever resets their own password is signed out by then, and has to read it first. */
export async function resetPassword(input: z.input<typeof whose>): Promise<{ ok: true; password: string } | Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const password = madeUpPassword()
  const result = await answer(() => changePerson(actor, { ...whose.parse(input), change: { password } }))
  return result.ok ? { ok: true, password } : result
}
