// GET /api/health: whether this process answers and reaches its database, for load balancers.
import { connection } from 'next/server'
import { answersQueries } from '#lib/published/queries.ts'
import { problem } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  if (await answersQueries()) return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
  return problem(503, 'Not healthy', 'The database does not answer.')
}
