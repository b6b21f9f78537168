// A version's states, and what a person may do with it from each: the rules of drafts here, those of review in lib/review/workflow.ts. Reads no data and no clock.
import { type Deed, whyNot } from '#lib/accounts/permissions.ts'
import { type Actor, scheduler } from '#lib/system/actor.ts'

export const versionStates = [
  'draft',
  'in_review',
  'returned',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'discarded',
] as const
export type VersionState = (typeof versionStates)[number]

/** A version that somebody may still change or decide on; a measure has at most one. */
export const openStates = ['draft', 'in_review', 'returned', 'approved', 'scheduled'] as const satisfies readonly VersionState[]
export const isOpen = (state: VersionState): boolean => (openStates as readonly VersionState[]).includes(state)

/** The states in which a version takes revisions. */
export const isEditable = (state: VersionState): boolean => state === 'draft' || state === 'returned'

export const stateNames: Record<VersionState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  returned: 'Returned',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
}

/** One thing that can be done with a version: from which states, to which (null: it stays), by whom. `authors` wrote any revision of it; `others` did not, and are no administrators; `people` are all but the scheduler. */
export type TransitionRule = {
  from: readonly VersionState[]
  to: VersionState | null
  deed: Deed
  done: string
  barred: 'authors' | 'others' | 'people' | 'nobody'
}

/** What a transition is judged by. */
export type Subject = { state: VersionState; economy: string; authorIds: readonly number[] }

export const draftTransitions = {
  save: { from: ['draft', 'returned'], to: null, deed: 'edit draft', done: 'edited', barred: 'nobody' },
  discard: { from: ['draft', 'returned'], to: 'discarded', deed: 'discard draft', done: 'discarded', barred: 'nobody' },
} as const satisfies Record<string, TransitionRule>

/** Giving a version to somebody who sees it through: while it is open, by whoever may write on it. */
export const assigning = {
  from: openStates,
  to: null,
  deed: 'edit draft',
  done: 'given to somebody',
  barred: 'nobody',
} as const satisfies TransitionRule

/** Why the actor may not do this now, as a sentence for them; null when they may. The state comes last: who may never do it is told that. */
export function whyNotByRule(actor: Pick<Actor, 'id' | 'role' | 'economies'>, rule: TransitionRule, subject: Subject): string | null {
  const refused = whyNot(actor, rule.deed, subject.economy)
  if (refused !== null) return refused
  if (rule.barred === 'authors' && subject.authorIds.includes(actor.id)) {
    return `You wrote part of this version. Nobody decides on what they wrote: it has to be ${rule.done} by somebody else.`
  }
  if (rule.barred === 'others' && actor.role !== 'administrator' && !subject.authorIds.includes(actor.id)) {
    return `You wrote no part of this version: only its authors or an administrator take it back. A reviewer returns it, with a reason.`
  }
  if (rule.barred === 'people' && actor.id !== scheduler.id)
    return `It is ${rule.done} at its time: cancel the schedule to decide otherwise.`
  if (!rule.from.includes(subject.state)) {
    const is = subject.state === 'draft' ? 'a draft' : stateNames[subject.state].toLowerCase()
    return `This version is ${is} and cannot be ${rule.done}.`
  }
  return null
}
