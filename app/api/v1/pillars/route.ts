// GET /api/v1/pillars: the taxonomy, with the number of published measures.
import { connection } from 'next/server'
import { listPillars } from '#lib/published/queries.ts'
import { respond } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  return respond(listPillars)
}
