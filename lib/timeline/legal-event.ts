// A legal event: something that happened to an act or a practice on a partial date. Kinds are the words of DESIGN.md; nothing here reads a clock.
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
