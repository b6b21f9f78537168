// The OpenAPI document of the JSON API, made from the zod schemas that the handlers answer with. It reads no data.
import { createDocument } from 'zod-openapi'
import { z } from '#lib/system/zod.ts'
import { measureFilter } from './filters.ts'
import { economyList, measureList, pillarList, publishedMeasure, versionList } from './schema.ts'

/** An RFC 9457 problem document; it may have more members than these (section 3.2). */
const aProblem = z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
const problem = aProblem.meta({ id: 'Problem' })
const notUnderstood = aProblem
  .extend({ errors: z.array(z.object({ parameter: z.string(), message: z.string() })) })
  .meta({ id: 'NotUnderstood', description: 'Each parameter that is not understood, and why.' })
const gone = aProblem.extend({ withdrawn: publishedMeasure.shape.withdrawn, links: publishedMeasure.shape.links }).meta({ id: 'Withdrawn' })
const failure = aProblem.extend({ id: z.string().meta({ description: 'Tell us this when it happens again.' }) }).meta({ id: 'Failure' })

const etag = z.string().meta({ description: 'A strong validator of these bytes: send it back as If-None-Match.' })
const ok = (description: string, schema: z.ZodType) => ({
  description,
  headers: z.object({ ETag: etag }),
  content: { 'application/json': { schema } },
})
const refused = (description: string, schema: z.ZodType = problem) => ({ description, content: { 'application/problem+json': { schema } } })
const always = {
  304: { description: 'Not modified: the ETag is one of those in If-None-Match' },
  500: refused('Something went wrong on our side', failure),
}
const header = z.object({ 'If-None-Match': z.string().optional().meta({ description: 'The ETags of answers that you have.' }) })
const fields = z
  .array(z.enum(Object.keys(publishedMeasure.shape) as [keyof typeof publishedMeasure.shape]))
  .optional()
  .meta({
    description: 'Only these members of a measure, between commas: fields=ref,version. The others are then absent, required or not.',
    example: ['ref', 'version'],
    param: { style: 'form', explode: false },
  })
const selected = z.object({ fields })
const ref = z.string().meta({ description: 'The measure’s public id, such as KZ-0007.', example: 'KZ-0007' })
const number = z.coerce.number().int().min(1).meta({ description: 'The version’s number, from 1.', example: 1 })

/** The document; `serverUrl` is where the world reaches this installation. */
export function openApiDocument(serverUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'As Amended',
      version: '1',
      description:
        'What the law of each economy says on each point of a taxonomy of digital trade, on which acts it rests, and how those were amended. Sub-pillar codes such as 8.3 are positions in our own list. Dates of legal events are EDTF (ISO 8601-2): 2016, 2022-09 or 2012-08-16.',
    },
    servers: [{ url: serverUrl }],
    paths: {
      '/api/v1/measures': {
        get: {
          operationId: 'findMeasures',
          summary: 'Measures, filtered and paged',
          requestParams: { query: measureFilter.extend({ fields }), header },
          responses: {
            200: ok('A page of measures', measureList.meta({ id: 'MeasureList' })),
            400: refused('A parameter is not understood', notUnderstood),
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}': {
        get: {
          operationId: 'getMeasure',
          summary: 'A measure as its current version says',
          requestParams: { path: z.object({ ref }), query: selected, header },
          responses: {
            200: ok('The measure', publishedMeasure.meta({ id: 'Measure' })),
            400: refused('A parameter is not understood', notUnderstood),
            404: refused('No such measure is published'),
            410: refused('The measure was withdrawn; `withdrawn` says when and why', gone),
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}/versions': {
        get: {
          operationId: 'listVersions',
          summary: 'The published versions of a measure, newest first',
          requestParams: { path: z.object({ ref }), header },
          responses: {
            200: ok('The versions', versionList.meta({ id: 'VersionList' })),
            404: refused('No such measure is published'),
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}/versions/{number}': {
        get: {
          operationId: 'getVersion',
          summary: 'A measure as one version of it says, whatever came later',
          requestParams: { path: z.object({ ref, number }), query: selected, header },
          responses: {
            200: ok('The version', publishedMeasure),
            400: refused('A parameter is not understood', notUnderstood),
            404: refused('No such version is published'),
            ...always,
          },
        },
      },
      '/api/v1/economies': {
        get: {
          operationId: 'listEconomies',
          summary: 'All economies, with their number of published measures',
          requestParams: { header },
          responses: { 200: ok('The economies', economyList.meta({ id: 'EconomyList' })), ...always },
        },
      },
      '/api/v1/pillars': {
        get: {
          operationId: 'listPillars',
          summary: 'The taxonomy, with the number of published measures',
          requestParams: { header },
          responses: { 200: ok('The pillars and their sub-pillars', pillarList.meta({ id: 'PillarList' })), ...always },
        },
      },
    },
  })
}
