// Makes the tables of pg-boss and its queues, as the owner and before the roles are granted anything; the running program never changes one.
import { PgBoss } from 'pg-boss'
import { type Kind, queues, SCHEMA, SILENCE } from '#lib/jobs/queue.ts'
import { oneAtATime } from './connection.ts'

const DAY = 24 * 3600

/** Creates or upgrades the schema of the jobs, and sets every queue as lib/jobs/queue.ts says. One process at a time. */
export async function ensureJobs(ownerUrl: string): Promise<void> {
  await oneAtATime(ownerUrl, async (client) => {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => client.query(text, values) },
      schema: SCHEMA,
      supervise: false,
      schedule: false,
      registerInstance: false,
      openTelemetry: { enabled: false },
    })
    await boss.start()
    try {
      // What tells of a failure comes first: the others name it.
      const kinds = (Object.keys(queues) as Kind[]).toSorted(
        (a, b) => Number(Boolean(queues[a].givenUp)) - Number(Boolean(queues[b].givenUp)),
      )
      for (const kind of kinds) {
        const { tries, wait, longest, givenUp } = queues[kind]
        const settings = {
          retryLimit: tries,
          retryDelay: wait,
          retryBackoff: true,
          retryDelayMax: longest,
          expireInSeconds: 300,
          heartbeatSeconds: SILENCE,
          retentionSeconds: 10 * 365 * DAY, // until it is due, which may be next year
          deleteAfterSeconds: 7 * DAY,
          ...(givenUp ? { deadLetter: givenUp } : {}),
        }
        if (await boss.getQueue(kind)) await boss.updateQueue(kind, settings)
        else await boss.createQueue(kind, settings)
      }
    } finally {
      await boss.stop({ graceful: false })
    }
  })
}
