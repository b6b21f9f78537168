// What is known about saving, as pure data: the status line is computed from it and therefore cannot claim more than happened.
import type { RevisionKind } from '#lib/measures/store.ts'
import { timeOf } from './fields.ts'
import type { Failure, Theirs } from './protocol.ts'

export type SaveState = {
  /** The revision that the next save builds on. */
  basedOn: number
  /** Whether the form holds something that the server has not. */
  unsaved: boolean
  savedAt: string | null
  /** What is being sent now. */
  saving: RevisionKind | null
  failure: Failure | null
  /** What happened last, happened to an autosave: told in the status line, without interrupting anybody. */
  quiet: boolean
  /** What the browser says of the network. */
  online: boolean
  /** Whether somebody else's text is being looked at, to decide. */
  deciding: boolean
}

export type SaveEvent =
  | { is: 'typed'; unsaved: boolean }
  | { is: 'saving'; kind: RevisionKind }
  | { is: 'saved'; unsaved: boolean; quiet: boolean; revision: number; at: string }
  | { is: 'failed'; failure: Failure; quiet: boolean }
  | { is: 'deciding'; yes: boolean }
  | { is: 'settled'; unsaved: boolean; basedOn: number }
  | { is: 'taken'; theirs: Theirs }
  | { is: 'network'; online: boolean }

export function afterEvent(state: SaveState, event: SaveEvent): SaveState {
  switch (event.is) {
    case 'typed':
      return event.unsaved === state.unsaved ? state : { ...state, unsaved: event.unsaved }
    case 'saving':
      return { ...state, saving: event.kind, ...(event.kind === 'save' && { failure: null }) }
    case 'saved': {
      const { unsaved, quiet, revision, at } = event
      return { ...state, saving: null, failure: null, deciding: false, unsaved, quiet, basedOn: revision, savedAt: at }
    }
    case 'failed':
      return {
        ...state,
        saving: null,
        failure: event.failure,
        quiet: event.quiet,
        deciding: state.deciding || (!event.quiet && theirsOf(event.failure) !== null),
      }
    case 'deciding':
      return { ...state, deciding: event.yes }
    case 'settled':
      return { ...state, deciding: false, failure: null, unsaved: event.unsaved, basedOn: event.basedOn }
    case 'taken':
      return { ...state, failure: null, deciding: false, unsaved: false, basedOn: event.theirs.revision, savedAt: event.theirs.at }
    case 'network':
      return { ...state, online: event.online }
  }
}

/** The text that somebody else saved meanwhile, when that is why a save was refused. */
export const theirsOf = (failure: Failure | null): Theirs | null => (failure?.kind === 'stale' ? failure.theirs : null)

export type Status = { tone: 'plain' | 'good' | 'warn' | 'bad'; text: string; quiet: boolean }

/** The status line. `kept` says whether this device could keep a copy of what is not saved. */
export function statusOf(state: SaveState, kept: boolean): Status {
  const { saving, unsaved, savedAt, failure, online } = state
  const here = kept ? 'Kept on this device' : 'Keep this window open'
  if (saving) return { tone: 'plain', text: 'Saving…', quiet: saving === 'autosave' }
  if (!unsaved) return { tone: 'good', text: savedAt ? `All changes saved · ${timeOf(savedAt)}` : 'All changes saved', quiet: state.quiet }
  if (!online && (failure === null || failure.kind === 'unreachable'))
    return { tone: 'warn', text: `Offline. ${here}; saved when the connection is back.`, quiet: false }
  if (failure?.kind === 'unreachable' || failure?.kind === 'failed')
    return { tone: 'bad', text: `Not saved: ${failure.message} ${here}; tried again by itself.`, quiet: false }
  if (failure) return { tone: 'bad', text: `Not saved: ${reasonOf(failure)} ${here}.`, quiet: false }
  return { tone: 'warn', text: 'Unsaved changes', quiet: true }
}

export function reasonOf(failure: Failure): string {
  if (failure.kind !== 'invalid') return failure.message
  return failure.issues.length === 1 ? 'one field needs attention.' : `${failure.issues.length} fields need attention.`
}
