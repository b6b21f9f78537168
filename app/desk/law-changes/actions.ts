'use server'
// The writes of law changes from forms: who acts comes from the session, what is done from a command.
import { redirect } from 'next/navigation'
import type { ReleaseAnswer } from '#components/law-changes/release-form.tsx'
import { currentActor } from '#lib/accounts/session.ts'
import { checkNotAffected } from '#lib/law-changes/commands/check-not-affected.ts'
import { confirmCommencement } from '#lib/law-changes/commands/confirm-commencement.ts'
import { decideLawChange } from '#lib/law-changes/commands/decide-law-change.ts'
import { proposeLawChange } from '#lib/law-changes/commands/propose-law-change.ts'
import { sayNotAffected } from '#lib/law-changes/commands/say-not-affected.ts'
import { startUpdate } from '#lib/law-changes/commands/start-update.ts'
import type { LawChangeInput } from '#lib/law-changes/law-change.ts'
import { approve } from '#lib/review/commands/approve.ts'
import { publishRelease } from '#lib/review/commands/publish-release.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { z } from '#lib/system/zod.ts'

const id = z.coerce.number().int()
const onLawChange = z.object({ id, decision: z.string().max(20), reason: z.string().default('') })
const onImpact = z.object({ impactId: id, reason: z.string().default('') })
const onAnswer = onImpact.extend({ answerId: id, decision: z.string().max(20) })
const onRelease = z.object({ lawChangeId: id, step: z.enum(['approve', 'publish']) })
const item = z.object({ ref: z.string().max(20), version: z.coerce.number().int(), digest: z.string().max(64) })

/** Runs a command for a form of one decision; the page it goes to then, where it goes to another. */
async function take(work: (actor: Actor) => Promise<string>): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(async () => ({ to: await work(actor) }))
  if (!result.ok) return result
  redirect(result.to)
}

export const propose = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const given = Object.fromEntries(form) as Record<string, string>
    const input = { ...given, notYetInForce: form.has('notYetInForce') } as unknown as LawChangeInput
    return `/desk/law-changes/${(await proposeLawChange(actor, input)).id}`
  })

export const decide = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { id, decision, reason } = onLawChange.parse(Object.fromEntries(form))
    await decideLawChange(actor, { id, confirm: decision === 'confirm', reason })
    return `/desk/law-changes/${id}`
  })

export const commence = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { id, decision, reason } = onLawChange.parse(Object.fromEntries(form))
    await confirmCommencement(actor, { id, began: decision === 'began', reason })
    return `/desk/law-changes/${id}`
  })

export const update = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { impactId } = onImpact.parse(Object.fromEntries(form))
    await startUpdate(actor, { impactId })
    return `/desk/law-changes/impacts/${impactId}`
  })

export const notAffected = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { impactId, reason } = onImpact.parse(Object.fromEntries(form))
    await sayNotAffected(actor, { impactId, reason })
    return `/desk/law-changes/impacts/${impactId}`
  })

export const check = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { decision, ...input } = onAnswer.parse(Object.fromEntries(form))
    await checkNotAffected(actor, { ...input, accept: decision === 'accept' })
    return `/desk/law-changes/impacts/${input.impactId}`
  })

/** W5: approving several is approving each, with a result for each; publishing several is one release, all or none. */
export async function release(_previous: ReleaseAnswer | null, form: FormData): Promise<ReleaseAnswer> {
  const actor = await currentActor()
  if (!actor) return { message: signedOut.message, results: [] }
  const { lawChangeId, step } = onRelease.parse(Object.fromEntries(form))
  const items = form.getAll('item').map((text) => {
    const [ref, version, digest] = String(text).split('|')
    return item.parse({ ref, version, digest })
  })
  if (items.length === 0) return { message: 'Choose at least one measure.', results: [] }
  if (step === 'publish') {
    const result = await answer(() => publishRelease(actor, { lawChangeId, items }))
    if (result.ok) redirect(`/desk/law-changes/${lawChangeId}?released=${items.length}`)
    const issues = result.issues ?? [{ path: '', message: result.message }]
    return {
      message: issues
        .filter(({ path }) => path === '')
        .map(({ message }) => message)
        .join(' '),
      results: issues.filter(({ path }) => path !== '').map(({ path, message }) => ({ ref: path, done: false, message })),
    }
  }
  const results: ReleaseAnswer['results'] = []
  for (const one of items) {
    const result = await answer(async () => {
      await approve(actor, one)
      return {}
    })
    results.push({ ref: one.ref, done: result.ok, message: result.ok ? `${one.ref}: approved.` : `${one.ref}: ${result.message}` })
  }
  const done = results.filter((result) => result.done).length
  return { message: `${done} of ${results.length} approved.`, results }
}
