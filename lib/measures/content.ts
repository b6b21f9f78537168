// The content of a revision: the one zod schema that feeds form, action, importer and API. What a draft may still lack is said in requirements.ts.
import { isStorable, notStorable } from '#lib/system/text.ts'
import { webAddress } from '#lib/system/web-address.ts'
import { z } from '#lib/system/zod.ts'
import { legalEvent } from '#lib/timeline/legal-event.ts'

export const schemaVersion = 1

export const changeKinds = ['amendment', 'correction', 'reclassification', 'editorial'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const absenceTypes = ['no such framework', 'not a party', 'reports only', 'undated obligation'] as const
export type AbsenceType = (typeof absenceTypes)[number]

const text = z.string().refine(isStorable, { error: notStorable, abort: true })

/** A row's identity inside one measure: stable over revisions, so that a comparison knows a changed row from a new one. */
const rowId = text.min(1).max(40)
const title = text.trim().max(2000, 'At most 2,000 characters')
const events = z.array(legalEvent).max(200, 'At most 200 events')

/**
 * An act. With `actRef` it cites the act of the register; its title and events are then what the register said when they were taken over,
 * so that what was published stays as it was. `selection` is the reason why only some of the act's events are told; absent, all are.
 */
export const actBasis = z.object({
  id: rowId,
  kind: z.literal('act'),
  title,
  url: webAddress.default(''),
  actRef: z
    .string()
    .regex(/^ACT-\d{4,9}$/, 'Not a ref of an act')
    .optional(),
  selection: text.trim().max(500, 'At most 500 characters').optional(),
  events,
})
export const practiceBasis = z.object({ id: rowId, kind: z.literal('practice'), title, events })
export const absenceBasis = z.object({ id: rowId, kind: z.literal('absence'), title, absence: z.enum(absenceTypes).nullable() })
export const figureBasis = z.object({
  id: rowId,
  kind: z.literal('figure'),
  title,
  value: z
    .string()
    .trim()
    .max(40, 'At most 40 characters')
    .regex(/^(-?\d+(\.\d+)?)?$/, 'Not a number: use digits and a point, such as 3.45'),
  unit: text.trim().max(60, 'At most 60 characters'),
  year: z
    .string()
    .trim()
    .regex(/^((?!0000)\d{4})?$/, 'Not a year: four digits'),
})

/** What a measure rests on. */
export const basis = z.discriminatedUnion('kind', [actBasis, practiceBasis, absenceBasis, figureBasis])
export type Basis = z.infer<typeof basis>
export const basisKinds = ['act', 'practice', 'absence', 'figure'] as const
export type BasisKind = Basis['kind']

export const source = z.object({ id: rowId, title, url: webAddress })
export type Source = z.infer<typeof source>

/** A finding of the checker that somebody leaves as it is, and why: the reviewer reads it beside those that are open. */
const leftFinding = z.object({
  code: text.min(1).max(40),
  about: text.max(300),
  because: text.trim().min(1, 'Say why it is left').max(500, 'At most 500 characters'),
})

/**
 * The content of one revision. Everything that a reviewer approves is in here, the change note too, so that the digest covers it.
 * `subPillar` is a code such as `8.3` ('' while not chosen); `description` is Markdown; `changeKind` is null for a first version.
 */
export const content = z.object({
  schemaVersion: z.literal(schemaVersion),
  subPillar: z.string().regex(/^(\d{1,2}\.\d{1,2})?$/, 'Not a sub-pillar code'),
  bases: z.array(basis).max(100, 'At most 100 bases'),
  description: text.max(200_000, 'At most 200,000 characters'),
  coverage: text.trim().max(2000, 'At most 2,000 characters'),
  sources: z.array(source).max(200, 'At most 200 sources'),
  changeKind: z.enum(changeKinds).nullable(),
  changeNote: text.trim().max(5000, 'At most 5,000 characters'),
  left: z.array(leftFinding).max(200, 'At most 200 findings that are left').optional(),
})

export type Content = z.infer<typeof content>
export type ContentInput = z.input<typeof content>

/** The content of a measure of which nothing is known yet. */
export const emptyContent: Content = {
  schemaVersion,
  subPillar: '',
  bases: [],
  description: '',
  coverage: '',
  sources: [],
  changeKind: null,
  changeNote: '',
}

/** Any stored revision as the content of today: old schema versions are upgraded on read, for ever. Throws on what no schema version ever allowed. */
export function readContent(stored: unknown): Content {
  return content.parse(stored)
}

/**
 * The content of a published snapshot. The database took it only as the approved text, which was parsed when it was saved and has not changed
 * since: one of today's schema version is taken as it stands, because parsing costs a list more than everything else. So a member that gets a
 * default later needs a new schema version.
 */
export function readPublished(stored: unknown): Content {
  const known = stored as Content
  return known.schemaVersion === schemaVersion ? known : readContent(stored)
}
