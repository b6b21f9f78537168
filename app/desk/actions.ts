'use server'
// What can be done from any page of the desk.
import { signOutEverywhere } from '#lib/accounts/commands/sign-out-everywhere.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { answer, signedOut } from '#lib/system/action.ts'

export async function leaveEverywhere() {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    await signOutEverywhere(actor)
    return {}
  })
}
