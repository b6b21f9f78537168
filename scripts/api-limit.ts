// Holds a reader back who asks the API or for downloads more often than is allowed, before anything else is done for them; says to all what is left.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Counted, rateLimitHeaders, readerOf, takeRequest } from '#lib/system/rate-limit.ts'

const countedAs = (path: string): Counted | null =>
  path.startsWith('/api/v1/') ? 'reader' : path.startsWith('/downloads/') ? 'download' : null

/** Counts a read of the API or a download and says so in the headers; answers with 429 and true when it is one too many. What else is asked is not counted. */
export async function holdBack(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const counted = countedAs(request.url ?? '')
  if (counted === null || (request.method !== 'GET' && request.method !== 'HEAD')) return false
  const allowance = await takeRequest(readerOf(String(request.headers['x-forwarded-for'] ?? '')), counted)
  if (!allowance) return false
  for (const [name, value] of Object.entries(rateLimitHeaders(allowance))) response.setHeader(name, value)
  if (allowance.allowed) return false
  const problem = {
    type: 'about:blank',
    title: 'Too many requests',
    status: 429,
    detail: `More than ${allowance.limit} ${counted === 'download' ? 'downloads' : 'requests'} in a minute. Go on in ${allowance.seconds} s.`,
  }
  response.writeHead(429, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After',
    'retry-after': String(allowance.seconds),
  })
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(problem))
  return true
}
