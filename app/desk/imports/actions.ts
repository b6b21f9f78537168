'use server'
// Carries out an import step by step, so that the page can show how far it is.
import { currentActor } from '#lib/accounts/session.ts'
import { actChoices } from '#lib/imports/act-bases.ts'
import { acceptCertainActs } from '#lib/imports/commands/accept-certain-acts.ts'
import { carryOutNextAct } from '#lib/imports/commands/carry-out-acts.ts'
import { chooseAct } from '#lib/imports/commands/choose-act.ts'
import { createNextDraft } from '#lib/imports/commands/create-drafts.ts'
import { answer, signedOut } from '#lib/system/action.ts'
import { z } from '#lib/system/zod.ts'

const atOnce = 20

/** Creates up to 20 drafts, each in a transaction of its own, and says what remains. */
export async function createSome(batchId: number) {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const id = z.int().parse(batchId)
    let step = await createNextDraft(actor, { batchId: id })
    for (let made = 1; made < atOnce && !step.done; made++) step = await createNextDraft(actor, { batchId: id })
    return { remaining: step.remaining, finished: step.done }
  })
}

/** Enters or changes up to 20 acts, each in a transaction of its own, and says what remains. */
export async function carryOutSome(batchId: number) {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const id = z.int().parse(batchId)
    let step = await carryOutNextAct(actor, { batchId: id })
    for (let made = 1; made < atOnce && !step.done; made++) step = await carryOutNextAct(actor, { batchId: id })
    return { remaining: step.remaining, finished: step.done }
  })
}

const row = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
const choosing = z.object({ basisId: row, choice: z.enum(actChoices), ref: z.string().max(20).optional() })

/** Keeps what a basis of an import means: an act, a new one, none, or nothing yet. */
export async function chooseForBasis(input: z.input<typeof choosing>) {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => {
    const { ref, ...given } = choosing.parse(input)
    return chooseAct(actor, { ...given, ...(ref !== undefined && { ref }) })
  })
}

/** Links every undecided basis of an import whose act is certain. */
export async function acceptCertain(batchId: number) {
  const actor = await currentActor()
  if (!actor) return signedOut
  return answer(async () => acceptCertainActs(actor, { batchId: row.parse(batchId) }))
}
