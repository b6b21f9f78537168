'use server'
// The writes of acts from forms, and the proposals for a basis: who acts comes from the session, what is done from a command.
import { redirect } from 'next/navigation'
import type { ProposeResult, RegisterResult, SaveActInput, SaveActResult } from '#components/acts/protocol.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { registerEntry } from '#lib/acts/act.ts'
import { createAct } from '#lib/acts/commands/create-act.ts'
import { editAct } from '#lib/acts/commands/edit-act.ts'
import { mergeActs } from '#lib/acts/commands/merge-acts.ts'
import { actOf, proposeActs } from '#lib/acts/queries.ts'
import type { ActInput } from '#lib/acts/schema.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { z } from '#lib/system/zod.ts'

const ref = z.string().max(20)
const saving = z.object({ act: z.unknown(), based: z.object({ ref, edition: z.int() }).nullable() })

/** Enters an act, or saves the one that the form was based on. */
export async function saveAct(input: SaveActInput): Promise<SaveActResult> {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const { act, based } = saving.parse(input)
    // The command reads the act with its schema; what is not one is refused there, field by field.
    const given = act as ActInput
    if (based === null) return { ...(await createAct(actor, given)), edition: 1 }
    return { ref: based.ref, ...(await editAct(actor, { ...based, act: given })) }
  })
}

const asked = z.object({ economy: z.string().max(2), title: z.string().max(4000), number: z.string().max(200) })

/** The acts that a basis most likely means, each as it would be taken over. */
export async function proposeForBasis(input: z.input<typeof asked>): Promise<ProposeResult> {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => ({ proposals: await proposeActs(actor, asked.parse(input)) }))
}

/** The act with this ref, for a basis to take over. */
export async function actForBasis(given: string): Promise<RegisterResult> {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const act = await actOf(actor, ref.parse(given))
    const standing = act.mergedInto === null ? act : await actOf(actor, act.mergedInto)
    return { act: registerEntry(standing) }
  })
}

/** Enters an act with what a basis says, and gives it back for the basis to cite. */
export async function registerFromBasis(input: ActInput): Promise<RegisterResult> {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const created = await createAct(actor, input)
    return { act: registerEntry(await actOf(actor, created.ref)) }
  })
}

const merging = z.object({ ref, edition: z.coerce.number().int(), into: ref, intoEdition: z.coerce.number().int() })

export async function merge(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(() => mergeActs(actor, merging.parse(Object.fromEntries(form))))
  if (!result.ok) return result
  redirect(`/desk/acts/${result.into}`)
}
