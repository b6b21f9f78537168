// GET /api/v1/economies: all economies, with their number of published measures.
import { connection } from 'next/server'
import { listEconomies } from '#lib/published/queries.ts'
import { respond } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  return respond(listEconomies)
}
