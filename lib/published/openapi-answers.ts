// The answers that the operations of the API share in its description: success with its validator, and every way to refuse. It reads no data.
import { z } from '#lib/system/zod.ts'
import { described } from './described.ts'
import { publishedMeasure } from './schema.ts'

/** An RFC 9457 problem document; it may have more members than these (section 3.2). */
const aProblem = z.looseObject({
  type: described(z.string(), 'A URI for the kind of problem; about:blank says that the title tells it all.', 'about:blank'),
  title: described(z.string(), 'The kind of problem.', 'A parameter is not understood'),
  status: described(z.int(), 'The status of this answer.', 400),
  detail: described(z.string(), 'What is wrong, in a sentence for a person.', 'page: Not a page number.'),
})
const problem = aProblem.meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' })
const notUnderstood = aProblem
  .extend({
    errors: described(
      z.array(
        z.object({
          parameter: described(z.string(), 'The name of the parameter.', 'page'),
          message: described(z.string(), 'Why it is not understood.', 'Not a page number'),
        }),
      ),
      'Each parameter that is not understood.',
    ),
  })
  .meta({ id: 'NotUnderstood', description: 'Each parameter that is not understood, and why.' })
const gone = aProblem
  .extend({ withdrawn: publishedMeasure.shape.withdrawn, links: publishedMeasure.shape.links })
  .meta({ id: 'Withdrawn', description: 'The measure was withdrawn: when, why, and where its versions are.' })
const failure = aProblem
  .extend({ id: described(z.string(), 'Tell us this when it happens again.', '01JDH3X9') })
  .meta({ id: 'Failure', description: 'A fault of ours, with a name to ask about it by.' })

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
const etag = z.string().meta({ description: 'A strong validator of these bytes: send it back as If-None-Match.', example: '"3f1c"' })
const link = z
  .string()
  .optional()
  .meta({ description: 'RFC 8288: the next and the previous page.', example: '</api/v1/changes?page=2>; rel="next"' })

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
    headers: z.object({ ...limits, 'Retry-After': z.int().meta({ description: 'Seconds to wait.', example: 30 }) }),
  },
  500: refused('Something went wrong on our side', failure),
}

/** What any operation may be asked with. */
export const header = z.object({
  'If-None-Match': z.string().optional().meta({ description: 'The ETags of answers that you have.', example: '"3f1c"' }),
})
