// Comments on a version: what they can be about, and who may settle what. It reads no data and no clock.
import { whyNot } from '#lib/accounts/permissions.ts'
import { isOpen, stateNames, type VersionState } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'
import { z } from '#lib/system/zod.ts'

/** What of a measure a comment is about. */
export const commentFields = ['bases', 'place', 'description', 'coverage', 'sources', 'change note', 'whole'] as const
export type CommentField = (typeof commentFields)[number]

export const fieldNames: Record<CommentField, string> = {
  bases: 'What it rests on',
  place: 'Place in the taxonomy',
  description: 'Description',
  coverage: 'Coverage',
  sources: 'Sources',
  'change note': 'Change note',
  whole: 'The whole text',
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en')} characters`)
    .refine(isStorable, notStorable)
const body = text(5000).min(1, 'Say something.')
const on = { ref: z.string().max(20), version: z.int().min(1) }

/** A comment that begins a thread. `revision` is the number of the one that was read; `quote` are words of it, '' for the whole field. */
export const newThread = z.object({
  ...on,
  revision: z.int().min(1),
  field: z.enum(commentFields, 'Choose what it is about.'),
  quote: text(1000).default(''),
  body,
  mustSettle: z.boolean().default(false),
})
/** A comment that answers in a thread. */
export const newAnswer = z.object({ ...on, revision: z.int().min(1), threadId: z.int().min(1), body })
export type NewThread = z.input<typeof newThread>
export type NewAnswer = z.input<typeof newAnswer>

/** `outside` marks the words of an outside expert, who has a preview link and no account. */
export type CommentLine = { id: number; author: string; outside: boolean; at: Date; revision: number; body: string }
/** A thread with its answers, oldest first; `settledBy` is null while it is open. */
export type Thread = CommentLine & {
  field: CommentField
  quote: string
  mustSettle: boolean
  /** Null where an outside expert began it: they read what is answered there. */
  authorId: number | null
  settledBy: string | null
  settledAt: Date | null
  answers: CommentLine[]
}

type Person = Pick<Actor, 'id' | 'role' | 'economies'>
type Version = { economy: string; state: VersionState; authorIds: readonly number[] }

/** Why the actor may not comment on the version now, as a sentence for them; null when they may. */
export function whyNotComment(actor: Person, version: Version): string | null {
  const refused = whyNot(actor, 'comment', version.economy)
  if (refused !== null) return refused
  return isOpen(version.state) ? null : `This version is ${stateNames[version.state].toLowerCase()} and takes no comments.`
}

/** Why the actor may not begin a thread that must be settled: an approved version is held up by returning it. */
export function whyNotInsist(version: Pick<Version, 'state'>): string | null {
  return version.state === 'approved' || version.state === 'scheduled'
    ? 'This version is approved already: a comment does not hold it up any more.'
    : null
}

/** Why the actor may not settle the thread; who wrote the text does not wave away what a reviewer insists on. */
export function whyNotSettle(actor: Person, version: Version, thread: Pick<Thread, 'mustSettle' | 'authorId'>): string | null {
  const refused = whyNotComment(actor, version)
  if (refused !== null || !thread.mustSettle || thread.authorId === actor.id) return refused
  if (whyNot(actor, 'approve', version.economy) !== null) return 'This must be settled by whoever asked it, or by a reviewer.'
  return version.authorIds.includes(actor.id)
    ? 'You wrote part of this version: whoever asked this, or another reviewer, settles it.'
    : null
}

/** What holds an approval up, as a sentence; null when nothing does. */
export function heldUp(threads: number): string | null {
  if (threads === 0) return null
  return threads === 1 ? 'A comment must be settled before the approval.' : `${threads} comments must be settled before the approval.`
}

/** Whether words that were quoted still stand in a text; spacing does not count, since a page and its source space differently. */
export function stillSays(text: string, quote: string): boolean {
  const bare = (words: string) => words.normalize('NFC').replace(/\s+/gu, '')
  return bare(text).includes(bare(quote))
}
