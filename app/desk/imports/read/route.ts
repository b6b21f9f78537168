// POST /desk/imports/read: takes a file or a pasted text to be read. A handler and not an action, because a file may have 50 MB.
import { currentActor } from '#lib/accounts/session.ts'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { mostBytes } from '#lib/imports/decode.ts'
import { answer, signedOut } from '#lib/system/action.ts'
import { Invalid } from '#lib/system/errors.ts'
import { fromElsewhere, statusOf } from '#lib/system/http.ts'

export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return Response.json(signedOut, { status: 401 })
  if (fromElsewhere(request)) return Response.json(signedOut, { status: 403 })
  const result = await answer(async () => {
    const length = Number(request.headers.get('content-length') ?? 0)
    const tooLong = new Invalid([{ path: 'file', message: `The file is larger than ${mostBytes / 1024 / 1024} MB. Split it.` }])
    if (length > mostBytes + 1024 * 1024) throw tooLong
    const form = await request.formData().catch(() => {
      throw new Invalid([{ path: 'file', message: 'The upload was cut off. Try again.' }])
    })
    const file = form.get('file')
    const pasted = String(form.get('text') ?? '')
    if (file instanceof File && file.size > mostBytes) throw tooLong
    if (file instanceof File && file.size > 0) return readBatch(actor, { fileName: file.name, bytes: await file.bytes() })
    return readBatch(actor, { fileName: '', bytes: new TextEncoder().encode(pasted) })
  })
  return Response.json(result, { status: result.ok ? 200 : statusOf[result.kind] })
}
