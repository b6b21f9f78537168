// The kinds of work that are done later: what each carries, how often it is tried again, and what happens when it cannot be done. It does none.

/** What each kind of job carries: ids only, for the row that they name says what stands now. */
export type Work = {
  'run-schedule': { schedule: number }
  'fail-schedule': { schedule: number }
  'send-mail': { notification: number }
  'fail-mail': { notification: number }
  'run-bulk': { bulk: number }
  'stop-bulk': { bulk: number }
  'send-digests': Record<string, never>
  'tell-checks-due': Record<string, never>
}
export type Kind = keyof Work

/** `tries` after the first; `wait` seconds before the second, doubled each time up to `longest`. `given up`: the kind that tells of it. */
type Queue = { tries: number; wait: number; longest: number; givenUp?: Kind }

export const queues: Record<Kind, Queue> = {
  'run-schedule': { tries: 5, wait: 5, longest: 300, givenUp: 'fail-schedule' },
  'fail-schedule': { tries: 50, wait: 5, longest: 600 },
  // Three days: a mail server may be away over a weekend.
  'send-mail': { tries: 30, wait: 30, longest: 3 * 3600, givenUp: 'fail-mail' },
  'fail-mail': { tries: 50, wait: 5, longest: 600 },
  'run-bulk': { tries: 10, wait: 2, longest: 60, givenUp: 'stop-bulk' },
  'stop-bulk': { tries: 50, wait: 5, longest: 600 },
  'send-digests': { tries: 3, wait: 60, longest: 300 },
  'tell-checks-due': { tries: 10, wait: 60, longest: 3600 },
}

/** Work that nobody asks for but the clock: five fields of cron, in UTC. */
export const rounds: Partial<Record<Kind, string>> = { 'send-digests': '*/15 * * * *', 'tell-checks-due': '0 3 * * 1' }

/** The schema that pg-boss keeps its tables in; nothing else is in it. */
export const SCHEMA = 'jobs'

/** After how many seconds without a sign of life of its worker a job is somebody else's. */
export const SILENCE = 15
