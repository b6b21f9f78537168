// Moves a measure in the taxonomy: in its open draft, else in a new version that is a reclassification. Nothing becomes public by it.
import { record } from '#lib/audit/record.ts'
import { type ForBulk, settleItem } from '#lib/jobs/bulk-item.ts'
import { isRef } from '#lib/measures/measure.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { movedContent, refuseMove } from '#lib/measures/reclassification.ts'
import { insertRevision, insertVersion } from '#lib/measures/store.ts'
import { isOpen } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotFound } from '#lib/system/errors.ts'

type Input = { ref: string; subPillar: string; note: string; seen: { version: number; revision: number } } & ForBulk

/** `seen` is the version and revision that the actor looked at. Returns the draft that says it. Throws NotFound, NotAllowed, Invalid, Stale. */
export async function moveMeasure(
  actor: Actor,
  input: Input,
  clock: Clock = systemClock,
): Promise<{ ref: string; version: number; revision: number }> {
  const { ref, subPillar } = input
  return deskDb().$transaction(async (tx) => {
    const measure = isRef(ref) ? await tx.measure.findUnique({ where: { ref } }) : null
    if (!measure) throw new NotFound(`There is no measure ${ref}.`)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('version', ${measure.id}::bigint))`
    const versions = await tx.version.findMany({ where: { measureId: measure.id }, orderBy: { number: 'desc' } })
    const open = versions.find(({ state }) => isOpen(state))
    const base = open ?? versions.find(({ state }) => state === 'published') ?? versions[0]
    if (!base) throw new NotFound(`${ref} has no version.`)
    const { id, head, economy, state, number } = await loadVersion(tx, ref, base.number, 'lock')
    const moved = { ref, economy, version: number, revision: head.number, state, open: isOpen(state), content: head.content }
    const known = (await tx.subPillar.count({ where: { code: subPillar } })) > 0
    refuseMove(actor, { ...moved, author: head.authorName }, input, known)
    const at = clock()
    const to = { version: open ? number : (versions[0]?.number ?? 0) + 1, revision: open ? head.number + 1 : 1 }
    const after = movedContent(head.content, input, !open ? 'fresh version' : number === 1 ? 'first version' : 'open draft')
    if (open) await insertRevision(tx, actor, id, to.revision, after, 'form', at)
    else await insertVersion(tx, actor, measure.id, to.version, after, 'published', at)
    await record(
      tx,
      actor,
      { action: 'measure.moved', from: head.content.subPillar, to: subPillar, revision: to.revision },
      { at, ref, version: to.version },
    )
    await settleItem(tx, input.item, at)
    return { ref, ...to }
  })
}
