// GET /api/v1/measures/KZ-0007: the current version; 410 with the reason once it is withdrawn.
import { getMeasure } from '#lib/published/queries.ts'
import { notFound, problem, respond } from '#lib/system/http.ts'

export const GET = (_request: Request, { params }: RouteContext<'/api/v1/measures/[ref]'>) =>
  respond(async () => {
    const { ref } = await params
    const measure = await getMeasure(ref.toUpperCase())
    if (!measure) return notFound('No such measure is published.')
    const { withdrawn, links } = measure
    if (withdrawn) return problem(410, 'Withdrawn', `The measure was withdrawn: ${withdrawn.reason}`, { withdrawn, links })
    return measure
  })
