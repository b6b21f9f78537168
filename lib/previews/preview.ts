// Preview links: what one is made of, until when it works, and what an outside expert may send by it. It reads no data and no clock.
import { whyNot } from '#lib/accounts/permissions.ts'
import { isOpen, stateNames, type VersionState } from '#lib/measures/version.ts'
import { commentFields } from '#lib/review/comment.ts'
import type { Actor } from '#lib/system/actor.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'
import { z } from '#lib/system/zod.ts'

/** How a link stands, as `preview_state` of the database says it: only an open one shows anything. */
export const previewStates = ['open', 'revoked', 'published', 'discarded', 'maker disabled', 'expired'] as const
export type PreviewState = (typeof previewStates)[number]

export const previewStateNames: Record<PreviewState, string> = {
  open: 'Open',
  revoked: 'Revoked',
  published: 'Ended: published',
  discarded: 'Ended: discarded',
  'maker disabled': 'Ended: its maker is disabled',
  expired: 'Expired',
}

/** Days that a link may work, and works unless somebody says otherwise. */
export const mostDays = 60
export const usualDays = 7
/** Comments that one link takes, and how many of them in `seconds`. */
export const mostComments = 200
export const pace = { comments: 10, seconds: 10 * 60 }

const line = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `At most ${most} characters`)
    .refine(isStorable, notStorable)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'Write it in one line.')
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en')} characters`)
    .refine(isStorable, notStorable)

/** What a link is made of. `revision` is the number of the one that its maker saw. */
export const newPreview = z.object({
  ref: z.string().max(20),
  version: z.int().min(1),
  revision: z.int().min(1),
  guest: line(120, 'Say who it is for: a name, with the organisation if you like.'),
  days: z.int('Say for how many days.').min(1, 'At least one day').max(mostDays, `At most ${mostDays} days`),
  message: text(2000).default(''),
  commentsWelcome: z.boolean().default(true),
})
export type NewPreview = z.input<typeof newPreview>

/** What an outside expert sends: a thread of their own, or an answer in one. */
export const guestComment = z.object({
  threadId: z.int().min(1).max(2_147_483_647).optional(),
  field: z.enum(commentFields, 'Choose what it is about.').default('whole'),
  quote: text(1000).default(''),
  body: text(5000).min(1, 'Say something.'),
})
export type GuestComment = z.input<typeof guestComment>

/** The end of the day, in UTC, that is this many days after the moment. */
export function endOf(now: Date, days: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days + 1))
}

/** The last day (ISO) on which a link works that ends at this moment. */
export const lastDay = (expiresAt: Date): string => new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10)

/** Whether a text could be the token of an address: 256 bits in base64url. Nothing else is looked up. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** Why the actor may not make or revoke a link to the version now, as a sentence for them; null when they may. */
export function whyNotShare(actor: Pick<Actor, 'role' | 'economies'>, version: { economy: string; state: VersionState }): string | null {
  const refused = whyNot(actor, 'share preview', version.economy)
  if (refused !== null) return refused
  return isOpen(version.state)
    ? null
    : `This version is ${stateNames[version.state].toLowerCase()}: a preview is of what is not published yet.`
}
