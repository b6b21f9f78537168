// Who is editing a draft now: what a form says of itself every few seconds, and for how long that is believed. It reads no data and no clock.
import { z } from '#lib/system/zod.ts'

/** Somebody with the draft open; `since` is ISO 8601. `mine`: it is the asker, in another tab or on another device. */
export type EditorNow = { name: string; since: string; mine: boolean }

/** Milliseconds between two signs of life, and how long one lasts: three may be lost. */
export const heartbeat = 10_000
export const expiry = 35_000

/** A sign of life: of a tab, which names itself, or that it is left. */
export const beatInput = z.object({ version: z.int(), tab: z.string().regex(/^[0-9a-f]{8,40}$/), leaving: z.boolean().default(false) })
export type Beat = z.infer<typeof beatInput>

/** Who is editing, as a sentence: `Emil Okafor is editing since 14:01.` */
export function presenceInWords(editors: readonly EditorNow[], timeOf: (iso: string) => string): string {
  return editors
    .map(({ name, since, mine }) =>
      mine ? `You are editing this elsewhere, since ${timeOf(since)}.` : `${name} is editing since ${timeOf(since)}.`,
    )
    .join(' ')
}
