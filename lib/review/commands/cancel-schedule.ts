// Takes a publication or withdrawal off the schedule. The version stands where it stood before, and nothing of the schedule is left to happen.
import { whyNot } from '#lib/accounts/permissions.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { scheduleStateNames } from '#lib/review/schedule.ts'
import { endSchedule, loadSchedule, togetherWith } from '#lib/review/schedule-store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Cancels what waits, with all of its release; who asked for a withdrawal may cancel it without being a reviewer. Throws NotFound, NotAllowed, Stale. */
export async function cancelSchedule(actor: Actor, input: { schedule: number }, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const schedule = await loadSchedule(tx, input.schedule)
    const version = await loadVersion(tx, schedule.ref, schedule.number)
    const own = schedule.scheduledById === actor.id
    for (const { ref, number } of await togetherWith(tx, schedule)) {
      const { economy } = await loadVersion(tx, ref, number)
      const refused = whyNot(actor, own && schedule.deed === 'withdraw' ? 'request withdrawal' : 'schedule', economy)
      if (refused !== null) throw new NotAllowed(refused)
    }
    const at = clock()
    if (!(await endSchedule(tx, actor, version.id, 'cancelled', at)) || schedule.state !== 'waiting')
      throw new Stale(`Nothing is left to cancel: it is ${scheduleStateNames[schedule.state].toLowerCase()} by now.`)
    if (schedule.deed === 'publish') await tx.version.update({ where: { id: version.id }, data: { state: 'approved', stateChangedAt: at } })
  })
}
