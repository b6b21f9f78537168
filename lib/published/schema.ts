// What the world reads of a measure, as zod: the JSON API, its OpenAPI document, the pages and the importer's --json all speak this shape.
import { absenceTypes, basisKinds, changeKinds } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'
import { legalEvent } from '#lib/timeline/legal-event.ts'
import { type FacetName, facetNames } from './filters.ts'

export const economy = z.object({ code: z.string().meta({ example: 'KZ' }), name: z.string().meta({ example: 'Kazakhstan' }) })
export const pillar = z.object({ number: z.int().meta({ example: 8 }), name: z.string().meta({ example: 'Intermediary liability' }) })
export const subPillar = z.object({
  code: z.string().meta({ example: '8.3' }),
  name: z.string().meta({ example: 'User identity requirement' }),
})

export const publishedBasis = z.object({
  kind: z.enum(basisKinds),
  title: z.string(),
  actRef: z.string().optional().meta({ description: 'The act in the register, for a basis that cites one.' }),
  url: z.string().optional().meta({ description: 'Where the text of the act is.' }),
  absence: z.enum(absenceTypes).nullable().optional().meta({ description: 'What is absent, for a basis of that kind.' }),
  figure: z.object({ value: z.string(), unit: z.string(), year: z.string() }).optional(),
  events: z.array(legalEvent),
  statement: z.string().meta({
    description: 'The timeline as a sentence, always generated from the events.',
    example: 'Since July 2004, last amended in September 2022',
  }),
})
export type PublishedBasis = z.infer<typeof publishedBasis>

export const versionHead = z.object({
  number: z.int(),
  publishedAt: z.iso.datetime(),
  changeKind: z.enum(changeKinds).nullable().meta({ description: 'Null for a first version.' }),
  changeNote: z.string(),
})

/** That no second person approved a version before it was published. `approved` is null while it waits for that. */
export const emergency = z
  .object({
    publishedBy: z.string().meta({ description: 'The administrator who published it.' }),
    reason: z.string(),
    approved: z.object({ at: z.iso.datetime(), by: z.string() }).nullable().meta({ description: 'Null while it waits for an approval.' }),
  })
  .nullable()
  .meta({
    description: 'Null for a version that a second person approved before it was published, as is usual; else why it could not wait.',
  })
export type Emergency = z.infer<typeof emergency>

/** The text of a measure, without its identity and version: what an importer can know. */
export const measureText = z.object({
  economy,
  pillar,
  subPillar,
  bases: z.array(publishedBasis),
  description: z.string().meta({ description: 'Markdown.' }),
  coverage: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
})
export type MeasureText = z.infer<typeof measureText>

/** A measure as one published version of it says. */
export const publishedMeasure = measureText.extend({
  ref: z.string().meta({ example: 'KZ-0007' }),
  version: versionHead.extend({
    state: z.enum(['published', 'superseded', 'withdrawn']),
    publishedUntil: z.iso.datetime().nullable().meta({ description: 'When it was superseded or withdrawn.' }),
    digest: z.string().meta({ description: 'SHA-256 of the approved content, as PostgreSQL stores it.' }),
    authors: z.array(z.string()).meta({ description: 'Everybody who wrote any part of this version.' }),
    approvedBy: z.string().meta({ description: 'Empty while a version that was published in an emergency waits for its approval.' }),
    emergency,
  }),
  withdrawn: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  lastVerifiedOn: z.iso.date().nullable().meta({ description: 'When this text was last checked against its sources.' }),
  lastVerifiedBy: z.string().nullable(),
  changesUnderReview: z
    .array(
      z.object({
        actRef: z.string().meta({ example: 'ACT-0007' }),
        kind: z.string().meta({ example: 'amended' }),
        date: z.string().meta({ description: 'EDTF.', example: '2026-09' }),
        sentence: z.string().meta({ example: 'A change of Law on Communications of September 2026 is being reviewed.' }),
      }),
    )
    .meta({ description: 'Law changes of the acts that it rests on which are not settled yet; of the current version only.' }),
  links: z
    .object({ self: z.string(), html: z.string(), version: z.string(), versions: z.string() })
    .meta({ description: 'Paths on this server.' }),
})
export type PublishedMeasure = z.infer<typeof publishedMeasure>

export const versionList = z.object({
  ref: z.string(),
  items: z.array(
    versionHead.extend({
      publishedUntil: z.iso.datetime().nullable(),
      state: z.enum(['published', 'superseded', 'withdrawn']),
      emergency,
      links: z.object({ self: z.string(), html: z.string() }),
    }),
  ),
})
export type VersionList = z.infer<typeof versionList>

export const listItem = publishedMeasure.extend({
  inForce: z
    .enum(['certainly', 'possibly'])
    .optional()
    .meta({ description: 'With inForceOn: whether the dates are fine enough to be sure.' }),
})

const facetValue = z.object({
  value: z.string().meta({ description: 'What to give the parameter of the same name.', example: 'KZ' }),
  name: z.string().meta({ example: 'Kazakhstan' }),
  count: z.int().meta({ description: 'Measures with it under everything else that is asked.' }),
  chosen: z.boolean(),
  part: z.string().nullable().optional().meta({ description: 'The part of the world that a region lies in.' }),
})
const facets = z.object(
  Object.fromEntries(facetNames.map((name) => [name, z.array(facetValue)])) as Record<FacetName, z.ZodArray<typeof facetValue>>,
)

export const measureList = z.object({
  items: z.array(listItem),
  total: z.int(),
  page: z.int(),
  perPage: z.int(),
  facets: facets.optional().meta({ description: 'With facets=true.' }),
})
export type MeasureList = z.infer<typeof measureList>

export const economyList = z.object({ items: z.array(economy.extend({ measures: z.int().meta({ description: 'Published measures.' }) })) })
export type EconomyList = z.infer<typeof economyList>

export const pillarList = z.object({
  edition: z.string(),
  items: z.array(
    pillar.extend({ measures: z.int(), subPillars: z.array(subPillar.extend({ measures: z.int(), knownIndirectly: z.boolean() })) }),
  ),
})
export type PillarList = z.infer<typeof pillarList>
