// What the forms of acts and the server say to each other. No logic is here.
import type { ActInput } from '#lib/acts/schema.ts'
import type { Refusal } from '#lib/system/action.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'

export type SaveActInput = { act: ActInput; based: { ref: string; edition: number } | null }
export type SaveActResult = { ok: true; ref: string; edition: number } | Refusal
export type SaveAct = (input: SaveActInput) => Promise<SaveActResult>

/** An act of the register as a basis takes it over. */
export type RegisterEntry = { ref: string; title: string; url: string; events: LegalEvent[] }
export type RegisterResult = { ok: true; act: RegisterEntry } | Refusal

export type ActProposal = { ref: string; title: string; number: string; belongsTo: string; score: number; why: string }
export type ProposeResult = { ok: true; proposals: ActProposal[] } | Refusal

/** What the measure form asks the register. */
export type Register = {
  propose: (asked: { economy: string; title: string; number: string }) => Promise<ProposeResult>
  take: (ref: string) => Promise<RegisterResult>
  enter: (act: ActInput) => Promise<RegisterResult>
}
