// Answers over HTTP: data, or problem+json (RFC 9457), and the status of a refusal. Nothing here knows a measure.
import { logged, type Refusal } from './action.ts'

/** A problem document. `detail` is a sentence for a person; more members may follow (RFC 9457, section 3.2). */
export function problem(status: number, title: string, detail: string, more: Record<string, unknown> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'access-control-allow-origin': '*' },
  })
}

export const notFound = (detail: string): Response => problem(404, 'Not found', detail)

/** Runs a handler; what nobody expected is logged and answered with its id. */
export async function respond(work: () => Promise<unknown | Response>): Promise<Response> {
  try {
    const result = await work()
    if (result instanceof Response) return result
    return Response.json(result, { headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' } })
  } catch (error) {
    return problem(500, 'Internal error', 'Something went wrong on our side. If it happens again, tell us the id.', { id: logged(error) })
  }
}

/** The status of a refusal. */
export const statusOf = {
  invalid: 422,
  stale: 409,
  'not allowed': 403,
  'not found': 404,
  'signed out': 401,
  failed: 500,
} as const satisfies Record<Refusal['kind'], number>

/** Whether another site made the browser ask. The session's cookie is not sent along from there; a handler that writes refuses them even if it were. */
export const fromElsewhere = (request: Request): boolean => !['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'))
