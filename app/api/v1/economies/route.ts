// GET /api/v1/economies: all economies, with their number of published measures.
import { listEconomies } from '#lib/published/queries.ts'
import { answer } from '../answer.ts'

export const GET = (request: Request) => answer(request, listEconomies)
export { preflight as OPTIONS } from '../answer.ts'
