// GET /api/v1/pillars: the taxonomy, with the number of published measures.
import { listPillars } from '#lib/published/queries.ts'
import { answer } from '../answer.ts'

export const GET = (request: Request) => answer(request, listPillars)
export { preflight as OPTIONS } from '../answer.ts'
