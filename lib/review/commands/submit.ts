// Hands a draft to the reviewers, once nothing is missing in it.
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import { notify } from '#lib/notifications/store.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/** Submits the revision `basedOn` that the person saw. Throws NotFound, NotAllowed, Stale, and Invalid with what is missing. */
export async function submit(
  actor: Actor,
  input: { ref: string; version: number; basedOn: number },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNotNow(actor, 'submit', version)
    if (refused !== null) throw new NotAllowed(refused)
    if (version.head.number !== input.basedOn) throw new Stale(`${version.head.authorName} saved this draft since you opened it.`)
    const missing = requirementsForReview(version.head.content, { versionNumber: version.number })
    const { subPillar } = version.head.content
    if (subPillar !== '' && !(await tx.subPillar.findUnique({ where: { code: subPillar } })))
      missing.push({ path: 'subPillar', message: `There is no sub-pillar ${subPillar}: choose one from the list.` })
    if (missing.length > 0) throw new Invalid(missing)
    const at = clock()
    await tx.version.update({ where: { id: version.id }, data: { state: 'in_review', stateChangedAt: at } })
    const { number: revision, digest } = version.head
    await record(tx, actor, { action: 'version.submitted', revision, digest }, { at, ref: input.ref, version: input.version })
    const { ref, economy, authorIds } = version
    const told = { kind: 'submitted', ref, version: input.version, economy, by: actor.name } as const
    await notify(tx, told, { doneBy: actor.id, authors: authorIds }, at)
  })
}
