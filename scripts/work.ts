// Which command does which kind of work: the one place that joins the queues of lib/jobs to what the folders above it know.
import { type Handlers, runDue } from '#lib/jobs/run-due.ts'
import { failSchedule } from '#lib/review/commands/fail-schedule.ts'
import { runSchedule } from '#lib/review/commands/run-schedule.ts'
import { scheduler } from '#lib/system/actor.ts'

const handlers: Handlers = {
  'run-schedule': (data) => runSchedule(scheduler, data),
  'fail-schedule': (data) => failSchedule(scheduler, data),
}

/** Starts a worker in this process; any number of them share the work. */
export const work = (): Promise<{ stop: () => Promise<void> }> => runDue(handlers)
