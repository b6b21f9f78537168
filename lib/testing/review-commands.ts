// The commands of review that publish, withdraw and schedule, for tests: loaded once the database that they speak to stands.

/** Loads them. Call it after the stage is up. */
export async function reviewCommands() {
  return {
    ...(await import('#lib/review/commands/cancel-schedule.ts')),
    ...(await import('#lib/review/commands/decide-withdrawal.ts')),
    ...(await import('#lib/review/commands/fail-schedule.ts')),
    ...(await import('#lib/review/commands/publish.ts')),
    ...(await import('#lib/review/commands/publish-release.ts')),
    ...(await import('#lib/review/commands/request-withdrawal.ts')),
    ...(await import('#lib/review/commands/retry-schedule.ts')),
    ...(await import('#lib/review/commands/run-schedule.ts')),
    ...(await import('#lib/review/commands/schedule.ts')),
    ...(await import('#lib/review/commands/schedule-release.ts')),
    ...(await import('#lib/review/commands/take-back.ts')),
  }
}

export type ReviewCommands = Awaited<ReturnType<typeof reviewCommands>>
