// GET /api/health: whether this process answers and reaches its database, for load balancers.
import { connection } from 'next/server'
import { publicDb } from '#lib/system/db.ts'
import { problem } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  try {
    await publicDb().$queryRaw`SELECT 1`
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    return problem(503, 'Not healthy', 'The database does not answer.')
  }
}
