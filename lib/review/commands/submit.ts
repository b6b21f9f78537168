// Hands a draft to the reviewers, once nothing is missing in it.
import { record } from '#lib/audit/record.ts'
import { type ForBulk, settleItem } from '#lib/jobs/bulk-item.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { refuseSubmission } from '#lib/review/submission.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'

/** Submits the revision `basedOn` that the person saw. Throws NotFound, NotAllowed, Stale, and Invalid with what is missing. */
export async function submit(
  actor: Actor,
  input: { ref: string; version: number; basedOn: number } & ForBulk,
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const { subPillar } = version.head.content
    const unknown = (await tx.subPillar.count({ where: { code: subPillar } })) === 0
    refuseSubmission(actor, version, input.basedOn, unknown)
    const at = clock()
    await tx.version.update({ where: { id: version.id }, data: { state: 'in_review', stateChangedAt: at } })
    const { number: revision, digest } = version.head
    await record(tx, actor, { action: 'version.submitted', revision, digest }, { at, ref: input.ref, version: input.version })
    const { ref, economy, authorIds } = version
    const told = { kind: 'submitted', ref, version: input.version, economy, by: actor.name } as const
    await notify(tx, told, { doneBy: actor.id, authors: authorIds }, at)
    await settleItem(tx, input.item, at)
  })
}
