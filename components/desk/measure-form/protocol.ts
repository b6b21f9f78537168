// What the form and the server say to each other: types of what is posted, and of the actions that the page hands to the form. No logic is here.
import type { Register, RegisterEntry } from '#components/acts/protocol.ts'
import type { CheckContext } from '#lib/measures/checker.ts'
import type { Content, ContentInput } from '#lib/measures/content.ts'
import type { RevisionKind } from '#lib/measures/store.ts'
import type { Issue } from '#lib/system/errors.ts'

/** What is posted to the address of a measure's saves. `by` is whoever opened the form. */
export type SaveInput = { version: number; basedOn: number; kind: RevisionKind; by: number; content: ContentInput }
export type StepInput = { ref: string; version: number; basedOn: number }

/** What somebody else saved since the form was opened, and the text that both began with. */
export type Theirs = { revision: number; author: string; at: string; content: Content; base: Content | null }

export type Failure =
  | { ok: false; kind: 'invalid'; issues: Issue[] }
  | { ok: false; kind: 'stale'; message: string; theirs: Theirs | null }
  | { ok: false; kind: 'signed out' | 'not allowed' | 'not found' | 'failed' | 'unreachable' | 'updated'; message: string }

export type SaveResult = { ok: true; revision: number; savedAt: string } | Failure
export type SubmitResult = { ok: true } | Failure

export type Step = (input: StepInput) => Promise<SubmitResult>

export type TaxonomyPillar = { number: number; name: string; subPillars: { code: string; name: string }[] }

export type MeasureFormProps = {
  measureRef: string
  economy: string
  economyName: string
  versionNumber: number
  initial: Content
  /** The head revision that `initial` is. */
  basedOn: number
  taxonomy: TaxonomyPillar[]
  coverageSuggestions: string[]
  /** The content that the public reads now, if any. */
  published: Content | null
  /** What the statement checker knows beside the text. */
  checking: CheckContext
  /** What the bases may ask of the register of acts. */
  register: Register
  /** The acts that the measure cites, as they stand, under the refs by which it cites them. */
  citedActs: Record<string, RegisterEntry>
  /** Whose form it is. */
  person: { id: number; name: string; email: string }
  submit: Step
  discard: Step
  /** Where to go after submitting, and after discarding. */
  submittedHref?: string
  discardedHref?: string
}
