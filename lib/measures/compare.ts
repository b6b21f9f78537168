// What differs between two contents: structure as sentences (basis added, event added, coverage changed), prose word by word. It reads no data and no clock.
import type { Content } from './content.ts'

/** A run of prose: kept, added or removed. */
export type ProseRun = { kind: 'same' | 'added' | 'removed'; text: string }

/** One difference. `sentence` says it in words ("Event added to “Law on Communications”: amended in 2025"); `field` groups them. */
export type Change = {
  field: 'subPillar' | 'bases' | 'description' | 'coverage' | 'sources'
  kind: 'added' | 'removed' | 'changed' | 'moved'
  sentence: string
  before?: string
  after?: string
}

export type Comparison = { changes: Change[]; description: ProseRun[]; same: boolean }

export declare function compareContents(before: Content, after: Content, nameOfSubPillar: (code: string) => string): Comparison
