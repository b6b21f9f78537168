// GET /api/v1/openapi.json: the description of this API.
import { connection } from 'next/server'
import { openApiDocument } from '#lib/published/openapi.ts'
import { env } from '#lib/system/env.ts'
import { respond } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  return respond(async () => openApiDocument(env.baseUrl))
}
