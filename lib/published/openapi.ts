// The OpenAPI document of the JSON API, made from the zod schemas that the handlers answer with. It reads no data.
import { createDocument } from 'zod-openapi'
import type { Licence } from '#lib/system/env.ts'
import { z } from '#lib/system/zod.ts'
import { changeFilter } from './change-filter.ts'
import { cursor } from './cursor.ts'
import { measureFilter } from './filters.ts'
import { act, actFilter, actList, changeList, measurePage } from './list-schema.ts'
import { always, badRequest, header, ok, refused, withdrawn } from './openapi-answers.ts'
import { economyList, pillarList, publishedMeasure, versionList } from './schema.ts'

const fields = z
  .array(z.enum(Object.keys(publishedMeasure.shape) as [keyof typeof publishedMeasure.shape]))
  .optional()
  .meta({
    description: 'Only these members of a measure, between commas: fields=ref,version. The others are then absent, required or not.',
    example: ['ref', 'version'],
    param: { style: 'form', explode: false },
  })
const facets = z.enum(['true', 'false']).optional().meta({
  example: 'true',
  description: 'With true, the answer says by what the list can be narrowed, and how many measures each choice would find.',
})
const selected = z.object({ fields })
const onDay = selected.extend({ asOf: measureFilter.shape.asOf })
const ref = z.string().meta({ description: 'The measure’s public id, such as KZ-0007.', example: 'KZ-0007' })
const actRef = z.string().meta({ description: 'The act’s public id, such as ACT-0007.', example: 'ACT-0007' })
const number = z.coerce.number().int().min(1).meta({ description: 'The version’s number, from 1.', example: 1 })

const measure = publishedMeasure.meta({ id: 'Measure', description: 'A measure as one published version of it says.' })

/** The document; `serverUrl` is where the world reaches this installation. */
export function openApiDocument(serverUrl: string, licence?: Licence) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'As Amended',
      version: '1',
      ...(licence ? { license: licence } : {}),
      description:
        'What the law of each economy says on each point of a taxonomy of digital trade, on which acts it rests, and how those were amended. Sub-pillar codes such as 8.3 are positions in our own list. Dates of legal events are EDTF (ISO 8601-2): 2016, 2022-09 or 2012-08-16. Every GET has a HEAD, and every answer may be read from any origin. Whole lists are files beside the API: /downloads/measures.csv, .xlsx and .jsonl with the filter of /api/v1/measures, /downloads/acts.csv and .json, and /downloads/as-amended.zip with all versions. They have an allowance of their own: RateLimit-Policy names it "download", and beyond it is 429 with Retry-After.',
    },
    servers: [{ url: serverUrl }],
    paths: {
      '/api/v1/measures': {
        get: {
          operationId: 'findMeasures',
          summary: 'Measures, filtered and paged',
          description:
            'All parameters narrow the list together; several values of one are any of them. Without a parameter it is all that stands, by latest change. asOf and inForceOn turn the two clocks: what we said then, and what was law then.',
          requestParams: { query: measureFilter.extend({ fields, facets, cursor }), header },
          responses: {
            200: ok('A page of measures', measurePage.meta({ id: 'MeasureList', description: 'A page of measures.' }), { list: true }),
            400: badRequest,
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}': {
        get: {
          operationId: 'getMeasure',
          summary: 'A measure as its current version says',
          description:
            'The text that stands, who wrote and who approved it, and what is being reviewed. Of a withdrawn measure 410 says when and why. With asOf it is the version that stood then, or 404 when none did.',
          requestParams: { path: z.object({ ref }), query: onDay, header },
          responses: {
            200: ok('The measure', measure),
            400: badRequest,
            404: refused('No such measure is published, or was then'),
            410: withdrawn,
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}/versions': {
        get: {
          operationId: 'listVersions',
          summary: 'The published versions of a measure, newest first',
          description: 'Each with its moment, its kind of change and the address of its text. Withdrawn ones keep their place.',
          requestParams: { path: z.object({ ref }), header },
          responses: {
            200: ok('The versions', versionList.meta({ id: 'VersionList', description: 'The versions of a measure.' })),
            404: refused('No such measure is published'),
            ...always,
          },
        },
      },
      '/api/v1/measures/{ref}/versions/{number}': {
        get: {
          operationId: 'getVersion',
          summary: 'A measure as one version of it says, whatever came later',
          description: 'The address and the text never change, so it can be cited; the state says whether it still stands.',
          requestParams: { path: z.object({ ref, number }), query: selected, header },
          responses: {
            200: ok('The version', measure),
            400: badRequest,
            404: refused('No such version is published'),
            ...always,
          },
        },
      },
      '/api/v1/acts': {
        get: {
          operationId: 'findActs',
          summary: 'The acts that published measures cite, by title and economy',
          description: 'The register of acts as far as the world reads it: those that a published measure cites or cited.',
          requestParams: { query: actFilter.extend({ cursor }), header },
          responses: {
            200: ok('A page of acts', actList.meta({ id: 'ActList', description: 'A page of acts.' }), { list: true }),
            400: badRequest,
            ...always,
          },
        },
      },
      '/api/v1/acts/{ref}': {
        get: {
          operationId: 'getAct',
          summary: 'An act with its legal events',
          description:
            'What the act is called now and all that is known to have happened to it. A measure keeps what the act said when it was published.',
          requestParams: { path: z.object({ ref: actRef }), header },
          responses: {
            200: ok('The act', act.meta({ id: 'Act', description: 'A legal instrument that measures cite.' })),
            404: refused('No published measure cites such an act'),
            ...always,
          },
        },
      },
      '/api/v1/changes': {
        get: {
          operationId: 'findChanges',
          summary: 'What was published, released together and withdrawn, newest first, and what differs in words',
          description: 'The log of the record. Versions that one law change made and that were published together are one release.',
          requestParams: { query: changeFilter.extend({ cursor }), header },
          responses: {
            200: ok('A page of changes', changeList.meta({ id: 'ChangeList', description: 'A page of changes.' }), { list: true }),
            400: badRequest,
            ...always,
          },
        },
      },
      '/api/v1/economies': {
        get: {
          operationId: 'listEconomies',
          summary: 'All economies, with their number of published measures',
          description: 'For a menu, or to know which codes the parameter economy takes.',
          requestParams: { header },
          responses: { 200: ok('The economies', economyList.meta({ id: 'EconomyList', description: 'All economies.' })), ...always },
        },
      },
      '/api/v1/pillars': {
        get: {
          operationId: 'listPillars',
          summary: 'The taxonomy, with the number of published measures',
          description: 'Pillars and their sub-pillars in their order, with the edition that their names are of.',
          requestParams: { header },
          responses: {
            200: ok('The pillars and their sub-pillars', pillarList.meta({ id: 'PillarList', description: 'The taxonomy.' })),
            ...always,
          },
        },
      },
    },
  })
}
