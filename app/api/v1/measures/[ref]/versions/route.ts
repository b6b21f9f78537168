// GET /api/v1/measures/KZ-0007/versions: the published versions, newest first.
import { listVersions } from '#lib/published/queries.ts'
import { notFound } from '#lib/system/http.ts'
import { answer } from '../../../answer.ts'

export const GET = (request: Request, { params }: RouteContext<'/api/v1/measures/[ref]/versions'>) =>
  answer(request, async () => (await listVersions((await params).ref.toUpperCase())) ?? notFound('No such measure is published.'))
export { preflight as OPTIONS } from '../../../answer.ts'
