// GET /api/v1/measures/KZ-0007/versions/3: that version, whatever came later.
import { getVersion } from '#lib/published/queries.ts'
import { notFound, respond } from '#lib/system/http.ts'

export const GET = (_request: Request, { params }: RouteContext<'/api/v1/measures/[ref]/versions/[number]'>) =>
  respond(async () => {
    const { ref, number } = await params
    const version = /^\d{1,7}$/.test(number) ? await getVersion(ref.toUpperCase(), Number(number)) : null
    return version ?? notFound('No such version is published.')
  })
