// Takes a version back from review or after approval, so that it can be edited again. An approval or a schedule that it had is void, for all of its release: the next one starts anew.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { endSchedule, lockTogether } from '#lib/review/schedule-store.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'

/** Makes a version a draft again that the person saw in review, or approved or scheduled (`state`). Throws NotFound, NotAllowed, Stale. */
export async function takeBack(
  actor: Actor,
  input: Decision & { state: 'in_review' | 'approved' | 'scheduled' },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    await lockTogether(tx, (await loadVersion(tx, input.ref, input.version)).id)
    const version = await loadVersion(tx, input.ref, input.version)
    const refused = whyNotNow(actor, 'take back', { ...version, state: input.state })
    if (refused !== null) throw new NotAllowed(refused)
    refuseStale(version, input, input.state)
    const at = clock()
    await endSchedule(tx, actor, version.id, 'void', at, 'the version was taken back for editing')
    await tx.version.update({ where: { id: version.id }, data: { state: 'draft', stateChangedAt: at } })
    await record(tx, actor, { action: 'version.taken back' }, { at, ref: input.ref, version: input.version })
  })
}
