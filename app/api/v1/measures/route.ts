// GET /api/v1/measures: the list, filtered and paged.
import { withFields } from '#lib/exports/representation.ts'
import { filterOf } from '#lib/published/filters.ts'
import { findMeasures } from '#lib/published/queries.ts'
import { answer, askedFields, notUnderstood } from '../answer.ts'

export const GET = (request: Request) =>
  answer(request, async () => {
    const { filter, problems } = filterOf(new URL(request.url).searchParams)
    const { fields, wrong } = askedFields(request)
    const errors = [...Object.entries(problems).map(([parameter, message]) => ({ parameter, message })), ...wrong]
    if (errors.length > 0) return notUnderstood(errors)
    const list = await findMeasures(filter)
    return { ...list, items: list.items.map((item) => withFields(item, fields && [...fields, 'inForce'])) }
  })
export { preflight as OPTIONS } from '../answer.ts'
