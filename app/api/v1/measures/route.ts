// GET /api/v1/measures: the list, filtered and paged.
import { filterOf } from '#lib/published/filters.ts'
import { findMeasures } from '#lib/published/queries.ts'
import { problem, respond } from '#lib/system/http.ts'

export const GET = (request: Request) =>
  respond(async () => {
    const { filter, problems } = filterOf(new URL(request.url).searchParams)
    const wrong = Object.entries(problems)
    if (wrong.length === 0) return findMeasures(filter)
    const detail = wrong.map(([name, message]) => `${name}: ${message}.`).join(' ')
    return problem(400, 'A parameter is not understood', detail, { errors: wrong.map(([parameter, message]) => ({ parameter, message })) })
  })
