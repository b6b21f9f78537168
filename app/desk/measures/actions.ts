'use server'
// The writes of measures from forms: who acts comes from the session, what is done from a command.
import { redirect } from 'next/navigation'
import type { StepInput, SubmitResult } from '#components/desk/measure-form/protocol.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { createDraft } from '#lib/measures/commands/create-draft.ts'
import { discardDraft } from '#lib/measures/commands/discard-draft.ts'
import { restoreRevision } from '#lib/measures/commands/restore-revision.ts'
import { startVersion } from '#lib/measures/commands/start-version.ts'
import { readRevisionName } from '#lib/measures/revision.ts'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { submit } from '#lib/review/commands/submit.ts'
import { takeBack } from '#lib/review/commands/take-back.ts'
import { said } from '#lib/review/local-time.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { NotFound } from '#lib/system/errors.ts'
import { shownEverywhere } from '#lib/system/shown-everywhere.ts'
import { z } from '#lib/system/zod.ts'
import { forForm } from './for-form.ts'

const ref = z.string().max(20)
const step = z.object({ ref, version: z.int(), basedOn: z.int() })
const onVersion = z.object({ ref, version: z.coerce.number().int() })

async function take(input: StepInput, command: typeof submit): Promise<SubmitResult> {
  const actor = await currentActor()
  if (!actor) return forForm(signedOut)
  const result = await answer(async () => {
    await command(actor, step.parse(input))
    return {}
  })
  return result.ok ? result : forForm(result)
}

export const submitForReview = async (input: StepInput): Promise<SubmitResult> => take(input, submit)
export const discard = async (input: StepInput): Promise<SubmitResult> => take(input, discardDraft)

export async function createMeasure(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(() =>
    createDraft(actor, { economy: String(form.get('economy') ?? ''), subPillar: String(form.get('subPillar') ?? '') }),
  )
  if (!result.ok) return result
  redirect(`/desk/measures/${result.ref}/edit`)
}

export async function amend(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = String(form.get('ref') ?? '')
  const result = await answer(() => startVersion(actor, { ref: given }))
  if (!result.ok) return result
  redirect(`/desk/measures/${given}/edit`)
}

export async function restore(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = String(form.get('ref') ?? '')
  const [from, basedOn] = [readRevisionName(form.get('from')), readRevisionName(form.get('basedOn'))]
  const result = await answer(async () => {
    if (!from || !basedOn) throw new NotFound('There is no such revision.')
    return restoreRevision(actor, { ref: given, from, basedOn })
  })
  if (!result.ok) return result
  redirect(`/desk/measures/${given}/edit`)
}

/** At once when confirmed, or at a time. */
const withdrawalTime = {
  when: z.enum(['confirmed', 'later']).default('confirmed'),
  local: said.shape.local.default(''),
  zone: said.shape.zone.default(''),
  choice: said.shape.choice,
}

export async function takeBackVersion(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = onVersion
    .extend({ digest: z.string().max(64), state: z.enum(['in_review', 'approved', 'scheduled']) })
    .parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await takeBack(actor, given)
    return {}
  })
  if (!result.ok) return result
  redirect(`/desk/measures/${given.ref}/edit`)
}

export async function askWithdrawal(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const { when, local, zone, choice, ...given } = onVersion
    .extend({ reason: z.string(), ...withdrawalTime })
    .parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await requestWithdrawal(actor, { ...given, ...(when === 'later' ? { time: { local, zone, choice } } : {}) })
    return {}
  })
  if (!result.ok) return result
  redirect(`/desk/measures/${given.ref}`)
}

export async function settleWithdrawal(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = onVersion.extend({ decision: z.enum(['confirm', 'decline']) }).parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await decideWithdrawal(actor, { ref: given.ref, version: given.version, confirm: given.decision === 'confirm' })
    await shownEverywhere()
    return {}
  })
  if (!result.ok) return result
  redirect(`/desk/measures/${given.ref}`)
}
