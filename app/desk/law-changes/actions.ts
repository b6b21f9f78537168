'use server'
// The writes of law changes from forms: who acts comes from the session, what is done from a command.
import { redirect } from 'next/navigation'
import type { SeveralAnswer } from '#components/law-changes/item-results.tsx'
import { currentActor } from '#lib/accounts/session.ts'
import { assignImpact } from '#lib/law-changes/commands/assign-impact.ts'
import { checkNotAffected } from '#lib/law-changes/commands/check-not-affected.ts'
import { confirmCommencement } from '#lib/law-changes/commands/confirm-commencement.ts'
import { confirmEvent } from '#lib/law-changes/commands/confirm-event.ts'
import { decideLawChange } from '#lib/law-changes/commands/decide-law-change.ts'
import { proposeLawChange } from '#lib/law-changes/commands/propose-law-change.ts'
import { sayNotAffected } from '#lib/law-changes/commands/say-not-affected.ts'
import { startUpdate } from '#lib/law-changes/commands/start-update.ts'
import type { LawChangeInput } from '#lib/law-changes/law-change.ts'
import { isRef } from '#lib/measures/measure.ts'
import { approve } from '#lib/review/commands/approve.ts'
import { publishRelease } from '#lib/review/commands/publish-release.ts'
import { scheduleRelease } from '#lib/review/commands/schedule-release.ts'
import { takeBack } from '#lib/review/commands/take-back.ts'
import { said } from '#lib/review/local-time.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { shownEverywhere } from '#lib/system/shown-everywhere.ts'
import { z } from '#lib/system/zod.ts'

const id = z.coerce.number().int()
const onLawChange = z.object({ id, decision: z.string().max(20), reason: z.string().default('') })
const onImpact = z.object({ impactId: id, reason: z.string().default('') })
const onAnswer = onImpact.extend({ answerId: id, decision: z.string().max(20) })
const onPerson = onImpact.extend({ personId: z.coerce.number().int().catch(0) })
const onRelease = z.object({ lawChangeId: id, step: z.enum(['approve', 'publish', 'schedule']) })
const onSeveral = z.object({
  step: z.enum(['assign', 'not affected', 'accept']),
  personId: z.coerce.number().int().catch(0),
  reason: z.string().default(''),
})
const chosen = z.object({ impactId: id, answerId: id, ref: z.string().max(20) })
const item = z.object({ ref: z.string().max(20), version: z.coerce.number().int(), digest: z.string().max(64) })

const onWaiting = item.extend({ impactId: id, state: z.enum(['in_review', 'approved', 'scheduled']) })

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

export const happen = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { id, decision, reason } = onLawChange.parse(Object.fromEntries(form))
    await confirmEvent(actor, { id, happened: decision === 'happened', reason })
    return '/desk/law-changes/awaited'
  })

export const update = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { impactId } = onImpact.parse(Object.fromEntries(form))
    await startUpdate(actor, { impactId })
    return `/desk/law-changes/impacts/${impactId}`
  })

/** Two commands in turn: when the update is refused, the version is a draft again, as the person asked. */
export const takeBackAndUpdate = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { impactId, ...waiting } = onWaiting.parse(Object.fromEntries(form))
    await takeBack(actor, waiting)
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

export const assign = async (_previous: Refusal | null, form: FormData) =>
  take(async (actor) => {
    const { impactId, personId } = onPerson.parse(Object.fromEntries(form))
    await assignImpact(actor, { impactId, personId })
    return `/desk/law-changes/impacts/${impactId}`
  })

/** W5: approving several is approving each, with a result for each; publishing several is one release, all or none. */
export async function release(_previous: SeveralAnswer | null, form: FormData): Promise<SeveralAnswer> {
  const actor = await currentActor()
  if (!actor) return { message: signedOut.message, results: [] }
  const { lawChangeId, step } = onRelease.parse(Object.fromEntries(form))
  const items = form.getAll('item').map((text) => {
    const [ref, version, digest] = String(text).split('|')
    return item.parse({ ref, version, digest })
  })
  if (items.length === 0) return { message: 'Choose at least one measure.', results: [] }
  if (step === 'publish') {
    const result = await answer(async () => {
      const released = await publishRelease(actor, { lawChangeId, items })
      await shownEverywhere()
      return released
    })
    if (result.ok) redirect(`/desk/law-changes/${lawChangeId}?released=${items.length}`)
    return asWhole(result)
  }
  if (step === 'schedule') {
    const { local, zone, choice } = said.parse(Object.fromEntries(form))
    const result = await answer(async () => {
      await scheduleRelease(actor, { lawChangeId, items, time: { local, zone, choice } })
      return {}
    })
    if (result.ok) redirect('/desk/schedule')
    return asWhole(result)
  }
  const checked = form.getAll('checked').map(String)
  return oneByOne(items, 'approved', async (one) => {
    await approve(actor, { ...one, checked })
    return 'approved.'
  })
}

/** Why nothing of a release was done: what is about a measure with its ref, the rest above. */
function asWhole({ issues = [], message }: Refusal): SeveralAnswer {
  const results = issues.flatMap(({ path, message }) => (isRef(path) ? [{ ref: path, done: false, message }] : []))
  const above = issues.filter(({ path }) => !isRef(path)).map((issue) => issue.message)
  return { message: above.join(' ') || message, results }
}

/** W5: does one thing to each, in turn, with a result for each; one that is refused stops no other. */
async function oneByOne<T extends { ref: string }>(items: T[], done: string, work: (item: T) => Promise<string>): Promise<SeveralAnswer> {
  const results: SeveralAnswer['results'] = []
  for (const one of items) {
    const result = await answer(async () => ({ said: await work(one) }))
    results.push({ ref: one.ref, done: result.ok, message: `${one.ref}: ${result.ok ? result.said : result.message}` })
  }
  return { message: `${results.filter((result) => result.done).length} of ${results.length} ${done}.`, results }
}

/** The impacts that were chosen in a worklist: given to somebody, said not to be affected, or accepted as that. */
export async function answerSeveral(_previous: SeveralAnswer | null, form: FormData): Promise<SeveralAnswer> {
  const actor = await currentActor()
  if (!actor) return { message: signedOut.message, results: [] }
  const { step, personId, reason } = onSeveral.parse(Object.fromEntries(form))
  const items = form.getAll('item').map((text) => {
    const [impactId, answerId, ref] = String(text).split('|')
    return chosen.parse({ impactId, answerId, ref })
  })
  if (items.length === 0) return { message: 'Choose at least one measure.', results: [] }
  if (step === 'assign')
    return oneByOne(
      items,
      'given away',
      async ({ impactId }) => `it is the turn of ${(await assignImpact(actor, { impactId, personId })).to}.`,
    )
  if (step === 'not affected')
    return oneByOne(items, 'said not to be affected', async ({ impactId }) => {
      await sayNotAffected(actor, { impactId, reason })
      return 'waits to be checked by a second person.'
    })
  return oneByOne(items, 'accepted as not affected', async ({ impactId, answerId }) => {
    await checkNotAffected(actor, { impactId, answerId, accept: true })
    return 'settled as not affected.'
  })
}
