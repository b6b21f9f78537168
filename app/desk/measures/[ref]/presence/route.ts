// /desk/measures/[ref]/presence: GET tells who has a version open; POST is a sign of life of a form, answered with who else has it open.
import { currentActor } from '#lib/accounts/session.ts'
import { beatInput } from '#lib/presence/presence.ts'
import { editorsOf } from '#lib/presence/queries.ts'
import { beat } from '#lib/presence/store.ts'
import { answer, signedOut } from '#lib/system/action.ts'
import { Invalid } from '#lib/system/errors.ts'
import { fromElsewhere, statusOf } from '#lib/system/http.ts'

type Context = RouteContext<'/desk/measures/[ref]/presence'>
const headers = { 'cache-control': 'no-store' }

export async function GET(request: Request, { params }: Context) {
  const actor = await currentActor()
  if (!actor) return Response.json(signedOut, { status: 401, headers })
  const { ref } = await params
  const version = Number(new URL(request.url).searchParams.get('version'))
  const result = await answer(async () => ({
    editors: Number.isSafeInteger(version) && version < 2 ** 31 ? await editorsOf(actor, ref, version) : [],
  }))
  return Response.json(result, { status: result.ok ? 200 : statusOf[result.kind], headers })
}

export async function POST(request: Request, { params }: Context) {
  const actor = await currentActor()
  if (!actor) return Response.json(signedOut, { status: 401, headers })
  if (fromElsewhere(request)) return Response.json(signedOut, { status: 403, headers })
  const { ref } = await params
  const given = beatInput.safeParse(await request.json().catch(() => null)).data
  const result = await answer(async () => {
    if (!given) throw new Invalid([{ path: '', message: 'This is no sign of life.' }])
    return { editors: await beat(actor, ref, given) }
  })
  return Response.json(result, { status: result.ok ? 200 : statusOf[result.kind], headers })
}
