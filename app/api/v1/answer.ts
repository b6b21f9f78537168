// Answers every GET of the API alike: validated by ETag, readable from every origin, with the members that were asked for.
import { etagOf, fieldsOf, isUnchanged } from '#lib/exports/representation.ts'
import { publishedMeasure } from '#lib/published/schema.ts'
import { env } from '#lib/system/env.ts'
import { problem, respond } from '#lib/system/http.ts'

const origins = { 'access-control-allow-origin': '*' }
const exposed = { 'access-control-expose-headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After' }

/** Answers with what `work` gives as JSON; 304 to who has these very bytes. A Response, such as a problem, is passed on. */
export const answer = (request: Request, work: () => Promise<unknown | Response>): Promise<Response> =>
  respond(async () => {
    const result = await work()
    if (result instanceof Response) return withHeaders(result, exposed)
    const body = JSON.stringify(result)
    const etag = etagOf(body)
    const headers = { ...origins, ...exposed, ...linksOf(result), 'cache-control': 'no-cache', etag }
    if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
  })

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** The Link header (RFC 8288) of a list that goes on before or after this page. */
function linksOf(result: unknown): Record<string, string> {
  const { next, previous } = (result as { links?: { next?: string; previous?: string } } | null)?.links ?? {}
  const links = [next && `<${env.baseUrl}${next}>; rel="next"`, previous && `<${env.baseUrl}${previous}>; rel="prev"`].filter(Boolean)
  return links.length > 0 ? { link: links.join(', ') } : {}
}

/** What a browser asks before it sends If-None-Match from another origin. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...origins,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'Accept, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    },
  })

export type Wrong = { parameter: string; message: string }

/** What of an address is not understood, as a list for the answer. */
export const wrongOf = (problems: Record<string, string>): Wrong[] =>
  Object.entries(problems).map(([parameter, message]) => ({ parameter, message }))

/** 400: each parameter that is not understood, and why. */
export const notUnderstood = (errors: Wrong[]): Response =>
  problem(400, 'A parameter is not understood', errors.map(({ parameter, message }) => `${parameter}: ${message}.`).join(' '), { errors })

/** The members of a measure that `fields` asks for, and what of it is not understood. */
export function askedFields(request: Request): { fields: string[] | undefined; wrong: Wrong[] } {
  const known = Object.keys(publishedMeasure.shape)
  const { fields, unknown } = fieldsOf(new URL(request.url).searchParams.getAll('fields').join(','), known)
  const message = `Not a member of a measure; there are ${known.join(', ')}`
  return { fields, wrong: unknown.length === 0 ? [] : [{ parameter: 'fields', message }] }
}
