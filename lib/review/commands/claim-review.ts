// Takes a version in review, hands it over to another reviewer, or lets it go. It decides nothing, and stops nobody else from deciding.
import { actorById } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { notify } from '#lib/notifications/store.ts'
import { claimOf } from '#lib/review/claim-queries.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'

/** `personId` is whose it is from now on: the actor's, another reviewer's, or null for nobody's. Throws NotFound, NotAllowed, Invalid, Stale. */
export async function claimReview(
  actor: Actor,
  input: { ref: string; version: number; personId: number | null },
  clock: Clock = systemClock,
): Promise<void> {
  const { ref, version: number, personId } = input
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, ref, number, 'lock')
    const refused = whyNotNow(actor, 'approve', version)
    if (refused !== null) throw new NotAllowed(refused)
    const to = personId === null ? null : await actorById(personId)
    if (personId !== null && to === null) throw new Invalid([{ path: 'personId', message: 'Choose who takes it.' }])
    if (to !== null && whyNotNow(to, 'approve', version) !== null)
      throw new Invalid([{ path: 'personId', message: `${to.name} may not decide on this version.` }])
    const now = await claimOf(tx, version)
    if ((now?.reviewerId ?? null) === (to?.id ?? null))
      throw new Stale(to === null ? 'It is nobody’s already.' : `${to.name} has taken it already.`)
    const at = clock()
    await tx.reviewClaim.create({
      data: {
        versionId: version.id,
        reviewerId: to?.id ?? null,
        reviewerName: to?.name ?? '',
        givenById: actor.id,
        giverName: actor.name,
        createdAt: at,
      },
    })
    await record(
      tx,
      actor,
      { action: 'review.claimed', by: to?.id === actor.id ? 'self' : 'other', to: to?.name ?? null },
      { at, ref, version: number },
    )
    if (to === null) return
    const { economy, authorIds } = version
    const on = { ref, version: number, economy, by: actor.name }
    const before = now?.reviewerId ?? null
    const had = before === null ? [] : [before]
    await notify(tx, { kind: 'review taken', ...on, to: to.name }, { doneBy: actor.id, authors: authorIds, reviewers: had }, at)
    await notify(tx, { kind: 'review handed over', ...on }, { doneBy: actor.id, reviewers: [to.id] }, at)
  })
}
