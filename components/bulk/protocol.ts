// What the actions on bulks answer to their forms: nothing when all went well, for then they lead elsewhere.
import type { Refusal } from '#lib/system/action.ts'

/** Why it was not taken, and what was typed, to stand in the form again. */
export type BulkAnswer = (Refusal & { typed: Record<string, string> }) | null
export type BulkAction = (previous: BulkAnswer, form: FormData) => Promise<BulkAnswer>
