// GET /api/v1/measures/KZ-0007/versions: the published versions, newest first.
import { listVersions } from '#lib/published/queries.ts'
import { notFound, respond } from '#lib/system/http.ts'

export const GET = (_request: Request, { params }: RouteContext<'/api/v1/measures/[ref]/versions'>) =>
  respond(async () => (await listVersions((await params).ref.toUpperCase())) ?? notFound('No such measure is published.'))
