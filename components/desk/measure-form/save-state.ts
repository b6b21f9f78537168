// What is known about saving, as pure data: the status line is computed from it and therefore cannot claim more than happened.

import { timeOf } from './fields.ts'
import type { Failure, Theirs } from './protocol.ts'

export type SaveState = {
  /** The revision that the next save builds on. */
  basedOn: number
  /** Fingerprint of what the server has. */
  saved: string
  /** Fingerprint of what is in the form now. */
  current: string
  savedAt: string | null
  saving: boolean
  failure: Failure | null
  theirs: Theirs | null
}

export type SaveEvent =
  | { is: 'typed'; current: string }
  | { is: 'saving' }
  | { is: 'saved'; sent: string; revision: number; at: string }
  | { is: 'failed'; failure: Failure }
  | { is: 'settled' }
  | { is: 'taken'; current: string; theirs: Theirs }
  | { is: 'restored'; basedOn: number }

export function afterEvent(state: SaveState, event: SaveEvent): SaveState {
  switch (event.is) {
    case 'typed':
      return event.current === state.current ? state : { ...state, current: event.current }
    case 'saving':
      return { ...state, saving: true, failure: null }
    case 'saved':
      // What was typed while the save was under way differs from what was sent, and goes on counting as unsaved.
      return { ...state, saving: false, failure: null, theirs: null, saved: event.sent, basedOn: event.revision, savedAt: event.at }
    case 'failed':
      return { ...state, saving: false, failure: event.failure, theirs: event.failure.kind === 'stale' ? event.failure.theirs : null }
    case 'settled':
      return { ...state, theirs: null, failure: isUnsaved(state) ? state.failure : null }
    case 'taken':
      return {
        ...state,
        failure: null,
        theirs: null,
        saved: event.current,
        current: event.current,
        basedOn: event.theirs.revision,
        savedAt: event.theirs.at,
      }
    case 'restored':
      return { ...state, basedOn: event.basedOn }
  }
}

export const isUnsaved = (state: SaveState) => state.current !== state.saved

export type Status = { tone: 'plain' | 'good' | 'warn' | 'bad'; text: string }

export function statusOf(state: SaveState): Status {
  if (state.saving) return { tone: 'plain', text: 'Saving…' }
  if (!isUnsaved(state)) return { tone: 'good', text: state.savedAt ? `All changes saved · ${timeOf(state.savedAt)}` : 'All changes saved' }
  if (state.failure) return { tone: 'bad', text: `Not saved: ${reasonOf(state.failure)}` }
  return { tone: 'warn', text: 'Unsaved changes' }
}

export function reasonOf(failure: Failure): string {
  if (failure.kind !== 'invalid') return failure.message
  return failure.issues.length === 1 ? 'one field needs attention.' : `${failure.issues.length} fields need attention.`
}
