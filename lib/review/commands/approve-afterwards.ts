// Approves exactly the text that was published in an emergency, by a person who neither wrote nor published it: readers are told at once.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { tellLaterApproval } from '#lib/published/store.ts'
import { checklistOf, unticked } from '#lib/review/checklist.ts'
import { whyNotAfterwards } from '#lib/review/emergency.ts'
import { emergencyOf } from '#lib/review/emergency-queries.ts'
import { type Decision, refuseStale } from '#lib/review/stale.ts'
import { concernedBy } from '#lib/review/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/** `checked` names the questions of the checklist that the person ticked. Throws NotFound, NotAllowed, Stale (somebody did already), Invalid. */
export async function approveAfterwards(
  actor: Actor,
  input: Decision & { checked: readonly string[] },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const emergency = await emergencyOf(tx, version)
    const refused = whyNotAfterwards(actor, { ...version, administratorId: emergency?.administratorId ?? 0 })
    if (refused !== null) throw new NotAllowed(refused)
    if (!emergency) throw new NotAllowed('This version was published with an approval: nothing waits for one afterwards.')
    refuseStale(version, input, version.state)
    if (emergency.approved) throw new Stale(`${emergency.approved.by} approved it already.`)
    const { id: revisionId, number: revision, digest, content } = version.head
    const missing = unticked(content.changeKind, input.checked)
    if (missing.length > 0) throw new Invalid(missing.map(({ question }) => ({ path: 'checked', message: `Not ticked: ${question}` })))
    const checked = checklistOf(content.changeKind).map(({ name }) => name)
    const at = new Date(Math.max(clock().getTime(), emergency.at.getTime()))
    await tx.approval.create({
      data: { versionId: version.id, revisionId, digest, checked, approverId: actor.id, approverName: actor.name, createdAt: at },
    })
    await tellLaterApproval(tx, { version, by: actor.name, at })
    await record(tx, actor, { action: 'version.approved afterwards', revision, digest }, { at, ref: input.ref, version: input.version })
    const { ref, economy } = version
    const told = { kind: 'approved', ref, version: input.version, economy, by: actor.name } as const
    await notify(tx, told, { doneBy: actor.id, ...(await concernedBy(tx, version)), publishedBy: emergency.administratorId }, at)
  })
}
