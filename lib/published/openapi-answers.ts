// The answers that the operations of the API share in its description: success with its validator, and every way to refuse. It reads no data.
import { z } from '#lib/system/zod.ts'
import { publishedMeasure } from './schema.ts'

/** An RFC 9457 problem document; it may have more members than these (section 3.2). */
const aProblem = z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
const problem = aProblem.meta({ id: 'Problem' })
const notUnderstood = aProblem
  .extend({ errors: z.array(z.object({ parameter: z.string(), message: z.string() })) })
  .meta({ id: 'NotUnderstood', description: 'Each parameter that is not understood, and why.' })
const gone = aProblem.extend({ withdrawn: publishedMeasure.shape.withdrawn, links: publishedMeasure.shape.links }).meta({ id: 'Withdrawn' })
const failure = aProblem.extend({ id: z.string().meta({ description: 'Tell us this when it happens again.' }) }).meta({ id: 'Failure' })

const limits = {
  RateLimit: z.string().optional().meta({
    description: 'What is left (r) and for how many seconds (t): draft-ietf-httpapi-ratelimit-headers.',
    example: '"reader";r=2999;t=60',
  }),
  'RateLimit-Policy': z
    .string()
    .optional()
    .meta({ description: 'Requests (q) in a window of seconds (w).', example: '"reader";q=3000;w=60' }),
}
const etag = z.string().meta({ description: 'A strong validator of these bytes: send it back as If-None-Match.' })
const link = z.string().optional().meta({ description: 'RFC 8288: the next and the previous page.' })

/** 200; a list says in its Link header too where it goes on. */
export const ok = (description: string, schema: z.ZodType, { list = false } = {}) => ({
  description,
  headers: z.object({ ETag: etag, ...limits, ...(list ? { Link: link } : {}) }),
  content: { 'application/json': { schema } },
})

export const refused = (description: string, schema: z.ZodType = problem) => ({
  description,
  headers: z.object(limits),
  content: { 'application/problem+json': { schema } },
})

export const badRequest = refused('A parameter is not understood', notUnderstood)
export const withdrawn = refused('The measure was withdrawn; `withdrawn` says when and why', gone)

/** What any operation may answer. */
export const always = {
  304: { description: 'Not modified: the ETag is one of those in If-None-Match' },
  429: {
    ...refused('Too many requests: go on when Retry-After has passed'),
    headers: z.object({ ...limits, 'Retry-After': z.int().meta({ description: 'Seconds.' }) }),
  },
  500: refused('Something went wrong on our side', failure),
}

/** What any operation may be asked with. */
export const header = z.object({ 'If-None-Match': z.string().optional().meta({ description: 'The ETags of answers that you have.' }) })
