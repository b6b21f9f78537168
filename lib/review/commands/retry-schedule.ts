// Has a publication or withdrawal that failed tried again, at once. What is checked is the same as the first time.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { enqueue } from '#lib/jobs/enqueue.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { loadSchedule, togetherWith } from '#lib/review/schedule-store.ts'
import { refuseStale } from '#lib/review/stale.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Puts a failed schedule back to waiting with all of its release, its time having come. Throws NotFound, NotAllowed, Stale. */
export async function retrySchedule(actor: Actor, input: { schedule: number }, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const schedule = await loadSchedule(tx, input.schedule)
    if (schedule.state !== 'failed') {
      const { economy } = await loadVersion(tx, schedule.ref, schedule.number)
      const refused = whyNot(actor, 'schedule', economy)
      throw refused === null ? new Stale('It is not failed any more: look at the page again.') : new NotAllowed(refused)
    }
    const at = clock()
    const jobId = await enqueue(tx, 'run-schedule', { schedule: schedule.id })
    for (const { id, deed, digest, localTime, zone, ref, number } of await togetherWith(tx, schedule)) {
      const version = await loadVersion(tx, ref, number)
      const refused = whyNot(actor, 'schedule', version.economy)
      if (refused !== null) throw new NotAllowed(refused)
      refuseStale(version, { ref, version: number, digest }, deed === 'publish' ? 'approved' : 'published')
      if (deed === 'publish') await tx.version.update({ where: { id: version.id }, data: { state: 'scheduled', stateChangedAt: at } })
      await tx.schedule.update({ where: { id }, data: { state: 'waiting', stateChangedAt: at, problem: '', jobId } })
      await record(tx, actor, { action: 'schedule.retried', deed, localTime, zone }, { at, ref, version: number })
    }
  })
}
