// GET /api/v1/measures/KZ-0007: the current version; 410 with the reason once it is withdrawn.
import { withFields } from '#lib/exports/representation.ts'
import { getMeasure } from '#lib/published/queries.ts'
import { notFound, problem } from '#lib/system/http.ts'
import { answer, askedFields, notUnderstood } from '../../answer.ts'

export const GET = (request: Request, { params }: RouteContext<'/api/v1/measures/[ref]'>) =>
  answer(request, async () => {
    const { ref } = await params
    const { fields, wrong } = askedFields(request)
    if (wrong.length > 0) return notUnderstood(wrong)
    const measure = await getMeasure(ref.toUpperCase())
    if (!measure) return notFound('No such measure is published.')
    const { withdrawn, links } = measure
    if (withdrawn) return problem(410, 'Withdrawn', `The measure was withdrawn: ${withdrawn.reason}`, { withdrawn, links })
    return withFields(measure, fields)
  })
export { preflight as OPTIONS } from '../../answer.ts'
