// GET /api/v1/acts: the acts that published measures cite, searched and paged.
import { listActs } from '#lib/published/act-queries.ts'
import { actFilter, actOfApi } from '#lib/published/list-schema.ts'
import { queryOf } from '#lib/published/query.ts'
import { answer, notUnderstood, wrongOf } from '../answer.ts'
import { pageOf, walkOf } from '../paging.ts'

export const GET = (request: Request) =>
  answer(request, async () => {
    const params = new URL(request.url).searchParams
    const { filter, problems } = queryOf(actFilter, params)
    const { walk, wrong } = walkOf('acts', params)
    const errors = [...wrongOf(problems), ...wrong]
    if (errors.length > 0) return notUnderstood(errors)
    const { items, total, page, perPage } = await listActs({ ...filter, ...(walk ? { after: walk.after ?? '' } : {}) })
    const more = walk ? items.length === perPage : page * perPage < total
    return { items: items.map(actOfApi), total, perPage, ...pageOf('acts', request, walk, { page, more, last: items.at(-1)?.ref }) }
  })
export { preflight as OPTIONS } from '../answer.ts'
