// Which command does which kind of work: the one place that joins the queues of lib/jobs to what the folders above it know.
import { stopBulk } from '#lib/bulk/commands/stop-bulk.ts'
import { type Handlers, runDue } from '#lib/jobs/run-due.ts'
import { giveUpMail, sendDigests, sendMail } from '#lib/notifications/store.ts'
import { failSchedule } from '#lib/review/commands/fail-schedule.ts'
import { runSchedule } from '#lib/review/commands/run-schedule.ts'
import { tellChecksDue } from '#lib/review/store.ts'
import { scheduler } from '#lib/system/actor.ts'
import { systemClock } from '#lib/system/clock.ts'
import { runBulk } from './bulk-work.ts'

const handlers: Handlers = {
  'run-schedule': (data) => runSchedule(scheduler, data),
  'fail-schedule': (data) => failSchedule(scheduler, data),
  'send-mail': ({ notification }) => sendMail(notification, systemClock()),
  'fail-mail': ({ notification }) => giveUpMail(notification),
  'run-bulk': (data) => runBulk(data),
  'stop-bulk': (data) => stopBulk(scheduler, data),
  'tell-checks-due': () => tellChecksDue(systemClock()),
  'send-digests': () => sendDigests(systemClock()),
}

/** Starts a worker in this process; any number of them share the work. */
export const work = (): Promise<{ stop: () => Promise<void> }> => runDue(handlers)
