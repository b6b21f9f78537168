// GET /api/v1/measures/KZ-0007/versions/3: that version, whatever came later.
import { withFields } from '#lib/exports/representation.ts'
import { getVersion } from '#lib/published/queries.ts'
import { notFound } from '#lib/system/http.ts'
import { answer, askedFields, notUnderstood } from '../../../../answer.ts'

export const GET = (request: Request, { params }: RouteContext<'/api/v1/measures/[ref]/versions/[number]'>) =>
  answer(request, async () => {
    const { ref, number } = await params
    const { fields, wrong } = askedFields(request)
    if (wrong.length > 0) return notUnderstood(wrong)
    const version = /^\d{1,7}$/.test(number) ? await getVersion(ref.toUpperCase(), Number(number)) : null
    return version ? withFields(version, fields) : notFound('No such version is published.')
  })
export { preflight as OPTIONS } from '../../../../answer.ts'
