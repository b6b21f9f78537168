// Approves exactly the text that the reviewer read, named by its digest. Nothing becomes public by it.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { checklistOf, unticked } from '#lib/review/checklist.ts'
import { heldUp } from '#lib/review/comment.ts'
import { threadsToSettle } from '#lib/review/comment-queries.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { concernedBy } from '#lib/review/store.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/**
 * Approves a version in review; `checked` names the questions of the checklist that the person ticked. Throws NotFound, NotAllowed
 * (an author too, whoever submitted it), Stale, and Invalid while a comment must be settled or a question is not ticked.
 */
export async function approve(actor: Actor, input: Decision & { checked: readonly string[] }, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotNow(actor, 'approve', { ...version, state: 'in_review' })
    if (refused !== null) throw new NotAllowed(refused)
    refuseStale(version, input, 'in_review')
    const waiting = heldUp(await threadsToSettle(tx, version.id))
    if (waiting !== null) throw new Invalid([{ path: '', message: waiting }])
    const { id: revisionId, number: revision, digest, content } = version.head
    const missing = unticked(content.changeKind, input.checked)
    if (missing.length > 0) throw new Invalid(missing.map(({ question }) => ({ path: 'checked', message: `Not ticked: ${question}` })))
    const checked = checklistOf(content.changeKind).map(({ name }) => name)
    const at = clock()
    await tx.approval.create({
      data: { versionId: version.id, revisionId, digest, checked, approverId: actor.id, approverName: actor.name, createdAt: at },
    })
    await tx.version.update({ where: { id: version.id }, data: { state: 'approved', stateChangedAt: at } })
    await record(tx, actor, { action: 'version.approved', revision, digest }, { at, ref: input.ref, version: input.version })
    const { ref, economy } = version
    const told = { kind: 'approved', ref, version: input.version, economy, by: actor.name } as const
    await notify(tx, told, { doneBy: actor.id, ...(await concernedBy(tx, version)) }, at)
  })
}
