// Says that what was scheduled was given up, after its job had been tried again and again. Somebody may have it tried anew.
import { loadSchedule, markFailed } from '#lib/review/schedule-store.ts'
import { type Actor, scheduler } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

const problem = 'It was tried several times, and each time something went wrong on our side. Nothing was changed.'

/** Marks a schedule failed that still waits. Throws NotFound, and NotAllowed for anybody but the scheduler. */
export async function failSchedule(actor: Actor, input: { schedule: number }, clock: Clock = systemClock): Promise<void> {
  if (actor.id !== scheduler.id) throw new NotAllowed('Only the scheduler gives up what was scheduled.')
  await deskDb().$transaction(async (tx) => {
    const schedule = await loadSchedule(tx, input.schedule)
    if (schedule.state === 'waiting') await markFailed(tx, actor, schedule, problem, clock())
  })
}
