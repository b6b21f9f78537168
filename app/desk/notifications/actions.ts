'use server'
// Reading one's notifications, and choosing how to be told, from forms.
import { redirect } from 'next/navigation'
import { currentActor } from '#lib/accounts/session.ts'
import { changePreferences } from '#lib/notifications/commands/change-preferences.ts'
import { newsKinds } from '#lib/notifications/news.ts'
import { paces } from '#lib/notifications/preferences.ts'
import { pathOfNotification } from '#lib/notifications/queries.ts'
import { markRead } from '#lib/notifications/store.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { systemClock } from '#lib/system/clock.ts'
import { NotFound } from '#lib/system/errors.ts'
import { z } from '#lib/system/zod.ts'

/** Marks it as read and leads to what it is about. */
export async function openNotification(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const id = Number(form.get('id'))
  const result = await answer(async () => {
    const path = Number.isSafeInteger(id) && id < 2 ** 31 ? await pathOfNotification(actor, id) : null
    if (path === null) throw new NotFound('There is no such notification.')
    await markRead(actor, id, systemClock())
    return { path }
  })
  if (!result.ok) return result
  redirect(result.path)
}

export async function readAll(_previous: Refusal | null, _form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  await markRead(actor, 'all', systemClock())
  redirect('/desk/notifications')
}

const choices = z.object({ timeZone: z.string().max(60), digestHour: z.coerce.number() })

export async function savePreferences(_previous: Refusal | null, form: FormData): Promise<Refusal | null> {
  const actor = await currentActor()
  if (!actor) return signedOut
  const chosen = newsKinds.flatMap((kind) => {
    const pace = paces.find((one) => one === form.get(kind))
    return pace ? [[kind, pace] as const] : []
  })
  const result = await answer(async () => {
    await changePreferences(actor, { paces: Object.fromEntries(chosen), ...choices.parse(Object.fromEntries(form)) })
    return {}
  })
  if (!result.ok) return result
  redirect('/desk/notifications/preferences?saved=1')
}
