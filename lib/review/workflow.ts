// The table of states × transitions × roles: commands, pages and the database follow it. It reads no data and no clock.
import { draftTransitions, type Subject, type TransitionRule, whyNotByRule } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'

export const transitions = {
  ...draftTransitions,
  submit: { from: ['draft', 'returned'], to: 'in_review', deed: 'submit for review', done: 'submitted', barred: 'nobody' },
  'take back': {
    from: ['in_review', 'approved', 'scheduled'],
    to: 'draft',
    deed: 'take back from review',
    done: 'taken back',
    barred: 'others',
  },
  return: { from: ['in_review'], to: 'returned', deed: 'return', done: 'returned', barred: 'authors' },
  approve: { from: ['in_review'], to: 'approved', deed: 'approve', done: 'approved', barred: 'authors' },
  publish: { from: ['approved'], to: 'published', deed: 'publish', done: 'published', barred: 'nobody' },
  'publish in emergency': {
    from: ['draft', 'in_review', 'returned'],
    to: 'published',
    deed: 'publish in an emergency',
    done: 'published in an emergency',
    barred: 'nobody',
  },
  'approve afterwards': { from: ['published', 'superseded'], to: null, deed: 'approve', done: 'approved afterwards', barred: 'authors' },
  schedule: { from: ['approved'], to: 'scheduled', deed: 'schedule', done: 'scheduled', barred: 'nobody' },
  'cancel schedule': { from: ['scheduled'], to: 'approved', deed: 'schedule', done: 'taken off the schedule', barred: 'nobody' },
  'go live': { from: ['scheduled'], to: 'published', deed: 'publish', done: 'published', barred: 'people' },
  'request withdrawal': { from: ['published'], to: null, deed: 'request withdrawal', done: 'withdrawn', barred: 'nobody' },
  'confirm withdrawal': { from: ['published'], to: 'withdrawn', deed: 'decide withdrawal', done: 'withdrawn', barred: 'nobody' },
} as const satisfies Record<string, TransitionRule>

export type Transition = keyof typeof transitions

/** Why the actor may not take this transition now, as a sentence for them; null when they may. */
export const whyNotNow = (actor: Pick<Actor, 'id' | 'role' | 'economies'>, transition: Transition, subject: Subject): string | null =>
  whyNotByRule(actor, transitions[transition], subject)
