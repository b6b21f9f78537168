// GET /api/v1/changes: what was published, released together and withdrawn, newest first, with what differs in words.
import { changeFilter } from '#lib/published/change-filter.ts'
import { listChanges } from '#lib/published/change-queries.ts'
import { changeOfApi } from '#lib/published/list-schema.ts'
import { queryOf } from '#lib/published/query.ts'
import { answer, notUnderstood, wrongOf } from '../answer.ts'
import { pageOf, walkOf } from '../paging.ts'

export const GET = (request: Request) =>
  answer(request, async () => {
    const params = new URL(request.url).searchParams
    const { filter, problems } = queryOf(changeFilter, params)
    const { walk, wrong } = walkOf('changes', params)
    const errors = [...wrongOf(problems), ...wrong]
    if (errors.length > 0) return notUnderstood(errors)
    const { items, total, page, perPage, more } = await listChanges({ ...filter, ...(walk?.after ? { after: walk.after } : {}) })
    const end = items.at(-1)
    const last = end && { at: end.at, key: end.key }
    return { items: items.map(changeOfApi), total, perPage, ...pageOf('changes', request, walk, { page, more, last }) }
  })
export { preflight as OPTIONS } from '../answer.ts'
