// How often one reader may ask the API, and for downloads: counted in memory, per process and per minute. It holds nobody back who signs in; that is throttle.ts.
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from './env.ts'

export const rateLimitSeconds = 60

/** What is counted: reads of the API, and files that are written from the whole database while they are read. */
export type Counted = 'reader' | 'download'

/** `remaining` requests of the same kind within `seconds`; without `allowed` this request is not answered. */
export type Allowance = { counted: Counted; allowed: boolean; limit: number; remaining: number; seconds: number }

const limiters = new Map<Counted, RateLimiterMemory>()

/** Counts one request of a reader; null when nobody is limited. */
export async function takeRequest(reader: string, counted: Counted = 'reader'): Promise<Allowance | null> {
  const limit = counted === 'download' ? env.downloadRateLimit : env.apiRateLimit
  if (limit === 0) return null
  let limiter = limiters.get(counted)
  if (limiter?.points !== limit) {
    limiter = new RateLimiterMemory({ points: limit, duration: rateLimitSeconds })
    limiters.set(counted, limiter)
  }
  const left = await limiter.consume(reader).catch((refusal: unknown) => {
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  })
  const seconds = Math.max(1, Math.ceil(left.msBeforeNext / 1000))
  return { counted, allowed: left.consumedPoints <= limit, limit, remaining: Math.max(0, left.remainingPoints), seconds }
}

/** Who asks: the address that this server, or the proxy that it trusts, saw last. Of IPv6 the network, for a reader has all of one. */
export function readerOf(forwardedFor: string | null): string {
  const address =
    forwardedFor
      ?.split(',')
      .at(-1)
      ?.trim()
      .replace(/^::ffff:(?=\d+\.)/, '') ?? ''
  return isIPv6(address) ? networkOf(address) : address || 'unknown'
}

/** The first 64 bits of an IPv6 address, written in one way. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(missing).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers-10. */
export const rateLimitHeaders = ({ counted, limit, remaining, seconds }: Allowance): Record<string, string> => ({
  'ratelimit-policy': `"${counted}";q=${limit};w=${rateLimitSeconds}`,
  ratelimit: `"${counted}";r=${remaining};t=${seconds}`,
})
