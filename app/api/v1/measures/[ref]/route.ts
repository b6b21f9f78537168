// GET /api/v1/measures/KZ-0007: the current version, or with asOf the one of that day; 410 with the reason once it is withdrawn.
import { withFields } from '#lib/exports/representation.ts'
import { clocksOf } from '#lib/published/filters.ts'
import { getMeasure, getMeasureAsOf } from '#lib/published/queries.ts'
import { notFound, problem } from '#lib/system/http.ts'
import { answer, askedFields, notUnderstood, wrongOf } from '../../answer.ts'

export const GET = (request: Request, { params }: RouteContext<'/api/v1/measures/[ref]'>) =>
  answer(request, async () => {
    const ref = (await params).ref.toUpperCase()
    const { fields, wrong } = askedFields(request)
    const { clocks, problems } = clocksOf(Object.fromEntries(new URL(request.url).searchParams))
    // A day that is passed over would be answered with another day's text.
    if (clocks.inForceOn !== undefined) problems.inForceOn = `For lists only: /api/v1/measures?q=${ref}&inForceOn=${clocks.inForceOn}`
    const errors = [...wrong, ...wrongOf(problems)]
    if (errors.length > 0) return notUnderstood(errors)
    const measure = await getMeasure(ref)
    if (!measure) return notFound('No such measure is published.')
    if (clocks.asOf !== undefined) {
      const then = await getMeasureAsOf(ref, clocks.asOf)
      return then ? withFields(then, fields) : notFound(`This database said nothing of ${ref} then; its versions say when it did.`)
    }
    const { withdrawn, links } = measure
    if (withdrawn) return problem(410, 'Withdrawn', `The measure was withdrawn: ${withdrawn.reason}`, { withdrawn, links })
    return withFields(measure, fields)
  })
export { preflight as OPTIONS } from '../../answer.ts'
