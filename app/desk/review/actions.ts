'use server'
// The decisions of reviewers from forms: each names the digest of the text that was on the page.
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentActor } from '#lib/accounts/session.ts'
import { addComment } from '#lib/review/commands/add-comment.ts'
import { approve } from '#lib/review/commands/approve.ts'
import { approveAfterwards } from '#lib/review/commands/approve-afterwards.ts'
import { claimReview } from '#lib/review/commands/claim-review.ts'
import { publish } from '#lib/review/commands/publish.ts'
import { publishInEmergency } from '#lib/review/commands/publish-in-emergency.ts'
import { returnVersion } from '#lib/review/commands/return.ts'
import { settleComment } from '#lib/review/commands/settle-comment.ts'
import type { NewThread } from '#lib/review/comment.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import type { Actor } from '#lib/system/actor.ts'
import { shownEverywhere } from '#lib/system/shown-everywhere.ts'
import { z } from '#lib/system/zod.ts'

const decision = z.object({
  ref: z.string().max(20),
  version: z.coerce.number().int(),
  digest: z.string().max(64),
  reason: z.string().default(''),
  confirmed: z.string().default(''),
})

async function decide(
  form: FormData,
  command: (actor: Actor, input: z.infer<typeof decision> & { checked: string[] }) => Promise<void>,
  then: (ref: string) => string,
) {
  const actor = await currentActor()
  if (!actor) return signedOut
  const given = { ...decision.parse(Object.fromEntries(form)), checked: form.getAll('checked').map(String) }
  const result = await answer(async () => {
    await command(actor, given)
    if (command !== approve && command !== returnVersion) await shownEverywhere()
    return {}
  })
  if (!result.ok) return result
  redirect(then(given.ref))
}

export const approveVersion = async (_previous: Refusal | null, form: FormData) => decide(form, approve, (ref) => `/desk/review/${ref}`)
export const sendBack = async (_previous: Refusal | null, form: FormData) => decide(form, returnVersion, () => '/desk/review')
export const publishVersion = async (_previous: Refusal | null, form: FormData) => decide(form, publish, (ref) => `/desk/review/${ref}`)
export const publishUrgently = async (_previous: Refusal | null, form: FormData) =>
  decide(form, publishInEmergency, (ref) => `/desk/review/${ref}`)
export const approveLater = async (_previous: Refusal | null, form: FormData) =>
  decide(form, approveAfterwards, (ref) => `/desk/review/${ref}?version=${Number(form.get('version'))}`)

/** Begins a thread; the page reads the comments anew. */
export async function beginThread(input: NewThread): Promise<{ ok: true } | Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(() => addComment(actor, input))
  return result.ok ? { ok: true } : result
}

const onVersion = z.object({ ref: z.string().max(20), version: z.coerce.number().int(), person: z.string().regex(/^\d{0,9}$/) })
const inThread = z.object({
  ref: z.string().max(20),
  version: z.coerce.number().int(),
  revision: z.coerce.number().int(),
  threadId: z.coerce.number().int(),
})

/** A deed after which the person stays on the page, which is read anew. */
async function onThePage(work: (actor: Actor) => Promise<unknown>): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(async () => {
    await work(actor)
    return {}
  })
  if (!result.ok) return result
  refresh()
  return null
}

export const takeReview = async (_previous: Refusal | null, form: FormData) =>
  onThePage((actor) => {
    const { person, ...given } = onVersion.parse(Object.fromEntries(form))
    return claimReview(actor, { ...given, personId: person === '' ? null : Number(person) })
  })

export const answerThread = async (_previous: Refusal | null, form: FormData) =>
  onThePage((actor) => {
    const given = inThread.extend({ reason: z.string() }).parse(Object.fromEntries(form))
    return addComment(actor, { ...given, body: given.reason })
  })

export const settleThread = async (_previous: Refusal | null, form: FormData) =>
  onThePage((actor) => {
    const { settled, ...given } = inThread.extend({ settled: z.enum(['yes', 'no']) }).parse(Object.fromEntries(form))
    return settleComment(actor, { ...given, settled: settled === 'yes' })
  })
