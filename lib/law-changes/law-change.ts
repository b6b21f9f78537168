// A law change: a new legal event of an act, as a person proposes it, and what it is called. It reads no data and no clock.

import { isStorable, notStorable } from '#lib/system/text.ts'
import { webAddress } from '#lib/system/web-address.ts'
import { z } from '#lib/system/zod.ts'
import { type LegalEventKind, legalEvent, legalEventKinds, nounOf } from '#lib/timeline/legal-event.ts'
import { parseDateText, renderDate } from '#lib/timeline/partial-date.ts'

/** What can happen to an act; a practice is reported or occurs, and no act does. */
const notOfActs: readonly LegalEventKind[] = ['since', 'reported', 'occurred']
export const lawChangeKinds: readonly LegalEventKind[] = legalEventKinds.filter((kind) => !notOfActs.includes(kind))

const line = z.string().trim().max(500, 'At most 500 characters.').refine(isStorable, notStorable)
const notUnderstood = 'Write the date as a year (2016), a month and year (September 2022) or a day (16 August 2012).'

/** One schema for the form, the action and the command. The date is read as people type dates. */
export const lawChangeInput = z
  .object({
    actRef: z.string().regex(/^ACT-\d{4,9}$/, 'Choose the act.'),
    kind: legalEvent.shape.kind.refine((kind) => lawChangeKinds.includes(kind), 'Choose what happened to the act.'),
    date: z
      .string()
      .trim()
      .transform((text) => parseDateText(text) ?? '')
      .refine((date) => date !== '', notUnderstood),
    sourceTitle: line.default(''),
    sourceUrl: webAddress.default(''),
    note: z
      .string()
      .trim()
      .min(1, 'Say what changed, in a sentence or two for the public.')
      .max(5000, 'At most 5,000 characters.')
      .refine(isStorable, notStorable),
    amendingAct: line.default(''),
    notYetInForce: z.boolean().default(false),
  })
  .refine(({ sourceTitle, sourceUrl }) => sourceTitle !== '' || sourceUrl !== '', {
    path: ['sourceTitle'],
    message: 'Name the source: its title, its address, or both.',
  })
export type LawChangeInput = z.input<typeof lawChangeInput>

export const lawChangeStates = ['proposed', 'confirmed', 'declined'] as const
export type LawChangeState = (typeof lawChangeStates)[number]

/** Where a law change stands by its decision. */
export const stateOfLawChange = (decision: { confirmed: boolean } | null): LawChangeState =>
  decision === null ? 'proposed' : decision.confirmed ? 'confirmed' : 'declined'

/** `Amendment of September 2022`. */
export function nameOfChange({ kind, date }: { kind: string; date: string }): string {
  const noun = legalEvent.shape.kind.safeParse(kind).success ? nounOf(kind as LegalEventKind) : kind
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} of ${renderDate(date)}`
}

/** What the reader of an impacted measure is told. */
export const reviewSentence = ({ actTitle, date }: { actTitle: string; date: string }): string =>
  `A change of ${actTitle} of ${renderDate(date)} is being reviewed.`

/** Why a measure is not affected by what did not begin, as it stands under the answer before anybody types. */
export const didNotBegin = (change: string, { note }: { note: string }): string => `${change} did not begin: ${note}`
