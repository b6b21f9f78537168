// GET /api/v1/acts/ACT-0007: one act with its legal events; one that was merged says into which.
import { getAct } from '#lib/published/act-queries.ts'
import { actOfApi } from '#lib/published/list-schema.ts'
import { notFound } from '#lib/system/http.ts'
import { answer } from '../../answer.ts'

export const GET = (request: Request, { params }: RouteContext<'/api/v1/acts/[ref]'>) =>
  answer(request, async () => {
    const act = await getAct((await params).ref.toUpperCase())
    return act ? actOfApi(act) : notFound('No published measure cites such an act.')
  })
export { preflight as OPTIONS } from '../../answer.ts'
