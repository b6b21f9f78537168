// A publication or withdrawal at a time: its states, and what follows from them. It reads no data and no clock.

export const scheduleStates = ['waiting', 'done', 'cancelled', 'void', 'failed'] as const
export type ScheduleState = (typeof scheduleStates)[number]
export type ScheduleDeed = 'publish' | 'withdraw'

export const scheduleStateNames: Record<ScheduleState, string> = {
  waiting: 'Waiting',
  done: 'Done',
  cancelled: 'Cancelled',
  void: 'Void',
  failed: 'Failed',
}

/** What is done with a schedule that is looked at: by the scheduler when its job runs, whatever happened since it was made. */
export function whatIsDue(schedule: { state: ScheduleState; dueAt: Date }, now: Date): 'do it' | 'wait' | 'nothing' {
  if (schedule.state !== 'waiting') return 'nothing'
  return schedule.dueAt.getTime() <= now.getTime() ? 'do it' : 'wait'
}
