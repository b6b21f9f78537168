// Asks that a published version be withdrawn, with a reason for the public. At once or at a time; nothing changes until a second person confirms.
import { record } from '#lib/audit/record.ts'
import { type ForBulk, settleItem } from '#lib/jobs/bulk-item.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import { notify } from '#lib/notifications/store.ts'
import { resolveAhead, type Said, written } from '#lib/review/local-time.ts'
import { refuseRequest } from '#lib/review/withdrawal.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** Requests the withdrawal of a published version. Throws NotFound, NotAllowed, Invalid, Stale (one is already waiting). */
export async function requestWithdrawal(
  actor: Actor,
  input: { ref: string; version: number; reason: string; time?: Said } & ForBulk,
  clock: Clock = systemClock,
): Promise<void> {
  const reason = reasonOf(input.reason, 'Give the reason: readers see it in place of the text.')
  const now = clock()
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const waiting = await tx.withdrawal.findFirst({ where: { versionId: version.id, decision: null } })
    const scheduled = await tx.schedule.findFirst({ where: { versionId: version.id, state: 'waiting' } })
    refuseRequest(actor, version, { waiting, scheduled })
    const planned = input.time ? resolveAhead(input.time, now) : null
    const time = planned ? { localTime: planned.local, zone: planned.zone } : {}
    await tx.withdrawal.create({
      data: {
        versionId: version.id,
        reason,
        requestedById: actor.id,
        requesterName: actor.name,
        createdAt: now,
        ...time,
        dueAt: planned?.at ?? null,
      },
    })
    await record(tx, actor, { action: 'withdrawal.requested', reason, ...time }, { at: now, ref: input.ref, version: input.version })
    const { ref, economy } = version
    const when = planned && written(planned)
    const told = { kind: 'withdrawal requested', ref, version: input.version, economy, by: actor.name, reason, when } as const
    await notify(tx, told, { doneBy: actor.id }, now)
    await settleItem(tx, input.item, now)
  })
}
