'use server'
// Preview links from forms: made, with the address told this once, and revoked.
import { refresh } from 'next/cache'
import { currentActor } from '#lib/accounts/session.ts'
import { revokePreview } from '#lib/previews/commands/revoke-preview.ts'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import type { NewPreview } from '#lib/previews/preview.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { env } from '#lib/system/env.ts'
import { z } from '#lib/system/zod.ts'

/** `until` is the last day (ISO) on which the address works. */
export type Shared = { ok: true; address: string; until: string }

export async function makePreview(input: NewPreview): Promise<Shared | Refusal> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const result = await answer(() => sharePreview(actor, input))
  return result.ok ? { ok: true, address: `${env.baseUrl}/preview/${result.token}`, until: result.until } : result
}

const one = z.object({ ref: z.string().max(20), version: z.coerce.number().int(), link: z.coerce.number().int().max(2_147_483_647) })

export async function endPreview(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const { link, ...on } = one.parse(Object.fromEntries(form))
  const result = await answer(async () => {
    await revokePreview(actor, { ...on, linkId: link })
    return {}
  })
  if (!result.ok) return result
  refresh()
  return null
}
