// A legal event: something that happened to an act or a practice on a partial date. Kinds are the words of the design; nothing here reads a clock.
import { z } from '#lib/system/zod.ts'
import { partialDate } from './partial-date.ts'

export const legalEventKinds = [
  'since', // the beginning, its role (adopted or entry into force) not known yet
  'adopted',
  'signed',
  'entry into force',
  'enforcement',
  'amended',
  'replaced',
  'repealed',
  'expired',
  'suspended',
  'reported',
  'occurred',
] as const

export type LegalEventKind = (typeof legalEventKinds)[number]

/** One event. `latest` means "the last one known to the source; earlier ones of its kind may be unlisted". */
export const legalEvent = z.object({
  kind: z.enum(legalEventKinds),
  date: partialDate,
  latest: z.literal(true).optional(),
})

export type LegalEvent = z.infer<typeof legalEvent>

/** The legal events of one basis, in the order in which the statement tells them. */
export type Timeline = readonly LegalEvent[]

const explanations: Record<LegalEventKind, { label: string; meaning: string }> = {
  since: { label: 'Since', meaning: 'The beginning; whether adoption or entry into force is not known yet' },
  adopted: { label: 'Adopted', meaning: 'Passed by the body that makes it law; not necessarily in force yet' },
  signed: { label: 'Signed', meaning: 'Signed, such as a treaty; not necessarily in force yet' },
  'entry into force': { label: 'Entry into force', meaning: 'The law applies from this date' },
  enforcement: { label: 'Enforcement', meaning: 'Authorities act on it from this date; it may have been in force before' },
  amended: { label: 'Amended', meaning: 'Its text changed; it goes on' },
  replaced: { label: 'Replaced', meaning: 'A new text took its place; the rule goes on' },
  repealed: { label: 'Repealed', meaning: 'Ended by a decision, from this date on' },
  expired: { label: 'Expired', meaning: 'Ended by itself, from this date on' },
  suspended: { label: 'Suspended', meaning: 'Does not apply from this date, until it enters into force again' },
  reported: { label: 'Reported', meaning: 'A source told of the practice' },
  occurred: { label: 'Occurred', meaning: 'The practice happened' },
}

/** The kind as the interface names it: `Entry into force`. */
export function labelOf(kind: LegalEventKind): string {
  return explanations[kind].label
}

/** What the kind means, in one line without a full stop, for the hint beside a choice. */
export function meaningOf(kind: LegalEventKind): string {
  return explanations[kind].meaning
}

const repeatableKinds: readonly LegalEventKind[] = ['amended', 'replaced', 'reported', 'occurred']

/** Whether it is in the nature of the kind to happen again, so that one of several may be marked the latest. */
export function isRepeatable(kind: LegalEventKind): boolean {
  return repeatableKinds.includes(kind)
}

const nouns: Record<LegalEventKind, string> = {
  since: 'beginning',
  adopted: 'adoption',
  signed: 'signature',
  'entry into force': 'entry into force',
  enforcement: 'enforcement',
  amended: 'amendment',
  replaced: 'replacement',
  repealed: 'repeal',
  expired: 'expiry',
  suspended: 'suspension',
  reported: 'report',
  occurred: 'occurrence',
}

/** The kind as a noun in lower case: `amendment`, `entry into force`. */
export const nounOf = (kind: LegalEventKind): string => nouns[kind]
