// POST /desk/measures/[ref]/save: saves a draft. An address and not a server action: a form that was opened before a deployment still finds it.
import type { SaveResult } from '#components/desk/measure-form/protocol.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import type { ContentInput } from '#lib/measures/content.ts'
import { answer, type Refusal, signedOut } from '#lib/system/action.ts'
import { Invalid } from '#lib/system/errors.ts'
import { fromElsewhere, statusOf } from '#lib/system/http.ts'
import { z } from '#lib/system/zod.ts'
import { forForm } from '../../for-form.ts'

const saving = z.object({
  version: z.int(),
  basedOn: z.int(),
  kind: z.enum(['save', 'autosave']),
  /** The id of whoever opened the form: what they typed is never saved in the name of somebody who signed in since. */
  by: z.int(),
  content: z.unknown(),
})

const reply = (result: SaveResult, status = 200) => Response.json(result, { status, headers: { 'cache-control': 'no-store' } })
const refuse = (refusal: Refusal) => reply(forForm(refusal), statusOf[refusal.kind])

export async function POST(request: Request, { params }: RouteContext<'/desk/measures/[ref]/save'>) {
  const actor = await currentActor()
  if (!actor) return refuse(signedOut)
  if (fromElsewhere(request)) return reply(forForm(signedOut), 403)
  const { ref } = await params
  const given = saving.safeParse(await request.json().catch(() => null)).data
  const result = await answer(async () => {
    if (!given) throw new Invalid([{ path: '', message: 'This is no draft.' }])
    if (given.by !== actor.id) return { other: true as const }
    const { revision, savedAt } = await editDraft(actor, { ...given, ref, content: given.content as ContentInput })
    return { revision, savedAt: savedAt.toISOString() }
  })
  if (!result.ok) return refuse(result)
  if ('other' in result)
    return refuse({ ...signedOut, message: `${actor.name} is signed in in this browser now. Sign in again to save what you wrote.` })
  return reply(result)
}
