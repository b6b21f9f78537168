// GET /api/v1/openapi.json: the description of this API.
import { openApiDocument } from '#lib/published/openapi.ts'
import { env } from '#lib/system/env.ts'
import { answer } from '../answer.ts'

export const GET = (request: Request) => answer(request, async () => openApiDocument(env.baseUrl, env.dataLicence))
export { preflight as OPTIONS } from '../answer.ts'
