// Confirms or declines a requested withdrawal. Confirmed by a second person, the text leaves the public lists, now or at the time that was asked for, and its address says why.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { putOnSchedule, withdraw } from '#lib/review/store.ts'
import { whyNotWithdrawal } from '#lib/review/withdrawal.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Decides the request that is waiting on this version; whoever made it may only take it back. Throws NotFound, NotAllowed, Stale. */
export async function decideWithdrawal(
  actor: Actor,
  input: { ref: string; version: number; confirm: boolean },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const request = await tx.withdrawal.findFirst({ where: { versionId: version.id, decision: null } })
    if (!request) {
      const refused = whyNot(actor, 'request withdrawal', version.economy)
      if (refused !== null) throw new NotAllowed(refused)
      throw new Stale('No withdrawal of this version is waiting for a decision any more.')
    }
    const refused = whyNotWithdrawal(actor, input.confirm, { ...version, requestedById: request.requestedById })
    if (refused !== null) throw new NotAllowed(refused)
    const at = new Date(Math.max(clock().getTime(), (version.publishedAt?.getTime() ?? 0) + 1))
    await tx.withdrawalDecision.create({
      data: { withdrawalId: request.id, confirmed: input.confirm, decidedById: actor.id, deciderName: actor.name, createdAt: at },
    })
    const on = { ref: input.ref, version: input.version }
    if (!input.confirm) return record(tx, actor, { action: 'withdrawal.declined' }, { at, ...on })
    const { reason, localTime, zone, dueAt } = request
    if (localTime === null || zone === null || dueAt === null || dueAt <= at) return withdraw(tx, actor, version, { reason, at })
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
  })
}
