// Several measures changed together: the deeds there are, what they are called, and how one of each item is told. It reads no data and no clock.
import { content } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'

/** The deeds in the order of their buttons: each is a single operation that exists on its own. */
export const bulkDeeds = ['assign', 'submit', 'request_withdrawal', 'confirm_withdrawal', 'move'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

export const bulkStates = ['planned', 'running', 'stopped', 'done'] as const
export type BulkState = (typeof bulkStates)[number]
export const itemStates = ['waiting', 'done', 'refused', 'failed'] as const
export type ItemState = (typeof itemStates)[number]

/** At most so many measures at once: what a person can answer for, and read the results of. */
export const MOST = 1000

/** What is asked: the deed, and what it needs beside the measures. `reason` is the change note of a move; both are for the public. */
export const bulkRequest = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('assign'), personId: z.coerce.number().int().min(1).max(2_147_483_647).catch(0) }),
  z.object({ deed: z.literal('submit') }),
  z.object({ deed: z.literal('request_withdrawal'), reason: z.string() }),
  z.object({ deed: z.literal('confirm_withdrawal') }),
  z.object({ deed: z.literal('move'), subPillar: content.shape.subPillar.catch(''), reason: z.string() }),
])
export type BulkRequest = z.infer<typeof bulkRequest>

/** What a deed is called on its button, as something that a person did to measures, and of one measure when it is done. */
export const deedNames: Record<BulkDeed, { label: string; verb: string; done: string }> = {
  assign: { label: 'Reassign', verb: 'reassign', done: 'given to' },
  submit: { label: 'Submit for review', verb: 'submit for review', done: 'submitted for review' },
  request_withdrawal: { label: 'Ask for withdrawal', verb: 'ask for the withdrawal of', done: 'withdrawal asked for' },
  confirm_withdrawal: { label: 'Confirm withdrawals', verb: 'confirm the withdrawal of', done: 'withdrawn' },
  move: { label: 'Move in the taxonomy', verb: 'move', done: 'moved to' },
}

export const bulkStateNames: Record<BulkState, string> = {
  planned: 'Planned',
  running: 'Under way',
  stopped: 'Stopped',
  done: 'Done',
}
export const itemStateNames: Record<ItemState, string> = { waiting: 'To do', done: 'Done', refused: 'Refused', failed: 'Failed' }
/** What an item is called in a plan, of which nothing was done or refused yet. */
export const plannedStateNames: Record<ItemState, string> = { ...itemStateNames, waiting: 'Can be done', refused: 'Cannot' }

type Told = {
  deed: BulkDeed
  state: ItemState
  message: string
  version: number | null
  revision: number | null
  /** Who becomes responsible, or the code of the sub-pillar. */
  to: string
}

/** What happens or happened to one measure, as a sentence. */
export function tellItem({ deed, state, message, version, revision, to }: Told): string {
  if (state === 'refused' || state === 'failed') return message
  const on = deed === 'move' ? `From version ${version}, revision ${revision}` : `Version ${version}`
  const will = state === 'waiting'
  const what: Record<BulkDeed, string> = {
    assign: `${will ? 'is given' : 'given'} to ${to}`,
    submit: `revision ${revision} ${will ? 'is submitted' : 'submitted'} for review`,
    request_withdrawal: will
      ? 'its withdrawal is asked for, and waits for a second person'
      : 'waits for a second person to confirm the withdrawal',
    confirm_withdrawal: will
      ? 'is withdrawn, or at the time that was asked for'
      : 'withdrawn, or on the schedule for the time that was asked for',
    move: will ? `is moved to ${to} in a draft` : `moved to ${to} in a draft, to be submitted for review`,
  }
  return `${on}: ${what[deed]}.`
}

export type Counts = Record<ItemState, number>

/** Whether there is something to begin or to go on with. */
export const mayBegin = (state: BulkState, { waiting }: Counts): boolean => (state === 'planned' || state === 'stopped') && waiting > 0
