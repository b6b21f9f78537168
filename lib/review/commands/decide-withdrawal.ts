// Confirms or declines a requested withdrawal. Confirmed by a second person, the text leaves the public lists, now or at the time that was asked for, and its address says why.
import { record } from '#lib/audit/record.ts'
import { type ForBulk, settleItem } from '#lib/jobs/bulk-item.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { written } from '#lib/review/local-time.ts'
import { putOnSchedule } from '#lib/review/schedule-store.ts'
import { tellDecided, withdraw } from '#lib/review/store.ts'
import { refuseDecision } from '#lib/review/withdrawal.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** Decides the request that is waiting on this version; whoever made it may only take it back. `request` is the one that the actor read. Throws NotFound, NotAllowed, Stale. */
export async function decideWithdrawal(
  actor: Actor,
  input: { ref: string; version: number; confirm: boolean; request?: number } & ForBulk,
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const request = await tx.withdrawal.findFirst({ where: { versionId: version.id, decision: null } })
    refuseDecision(actor, input.confirm, version, request, input.request)
    const at = new Date(Math.max(clock().getTime(), (version.publishedAt?.getTime() ?? 0) + 1))
    await tx.withdrawalDecision.create({
      data: { withdrawalId: request.id, confirmed: input.confirm, decidedById: actor.id, deciderName: actor.name, createdAt: at },
    })
    await settleItem(tx, input.item, at)
    const on = { ref: input.ref, version: input.version }
    const { reason, localTime, zone, dueAt, requestedById: askedBy } = request
    if (!input.confirm) {
      await record(tx, actor, { action: 'withdrawal.declined' }, { at, ...on })
      return tellDecided(tx, actor, version, { outcome: 'declined', when: null, by: actor.name, askedBy }, at)
    }
    if (localTime === null || zone === null || dueAt === null || dueAt <= at)
      return withdraw(tx, actor, version, { reason, at, by: actor.name, askedBy })
    await putOnSchedule(tx, {
      versionId: version.id,
      deed: 'withdraw',
      digest: version.head.digest,
      withdrawalId: request.id,
      localTime,
      zone,
      dueAt,
      scheduledById: request.requestedById,
      schedulerName: request.requesterName,
      createdAt: at,
    })
    await record(tx, actor, { action: 'withdrawal.scheduled', reason, localTime, zone }, { at, ...on })
    const when = written({ local: localTime, zone })
    await tellDecided(tx, actor, version, { outcome: 'confirmed', when, by: actor.name, askedBy }, at)
  })
}
