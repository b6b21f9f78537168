// Answers an impact by an update: the measure's next version, or its open draft, with the timeline rewritten. Nothing becomes public by it.
import { isDeepStrictEqual } from 'node:util'
import { record } from '#lib/audit/record.ts'
import { whyNotAnswer } from '#lib/law-changes/impact.ts'
import { rewritten } from '#lib/law-changes/rewriting.ts'
import { actRefsOf, loadImpact, loadLawChange } from '#lib/law-changes/store.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { insertRevision, insertVersion } from '#lib/measures/store.ts'
import { isEditable, isOpen, stateNames } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, Stale } from '#lib/system/errors.ts'

/** Returns the version that settles the impact once it is published. Throws NotFound, NotAllowed, Stale. */
export async function startUpdate(
  actor: Actor,
  input: { impactId: number },
  clock: Clock = systemClock,
): Promise<{ ref: string; version: number }> {
  return deskDb().$transaction(async (tx) => {
    const impact = await loadImpact(tx, input.impactId, 'lock')
    const { ref, measureId } = impact
    const refused = whyNotAnswer(actor, impact)
    if (refused !== null) throw impact.state === 'open' ? new NotAllowed(refused) : new Stale(refused)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('version', ${measureId}::bigint))`
    const versions = await tx.version.findMany({ where: { measureId }, orderBy: { number: 'desc' } })
    const open = versions.find(({ state }) => isOpen(state))
    if (open && !isEditable(open.state))
      throw new Stale(
        `Version ${open.number} of ${ref} is ${stateNames[open.state].toLowerCase()}: it has to be published or taken back first.`,
      )
    const published = versions.find(({ state }) => state === 'published')
    if (!published) throw new Stale(`${ref} is not published any more: say so as “not affected”.`)
    const lawChange = await loadLawChange(tx, impact.lawChangeId)
    const { kind, date, note, act, name: change } = lawChange
    const asks = { actRefs: await actRefsOf(tx, act.id), kind, date, note }
    const at = clock()
    const base = await loadVersion(tx, ref, (open ?? published).number, 'lock')
    const number = open?.number ?? (versions[0]?.number ?? 0) + 1
    const fresh = { ...base.head.content, changeKind: null, changeNote: '' }
    const begun = open ?? (await insertVersion(tx, actor, measureId, number, fresh, 'published', at))
    const before = open ? base.head.content : fresh
    const after = rewritten(before, asks)
    const same = isDeepStrictEqual(after, before)
    const revision = same ? base.head.number : (open ? base.head.number : 1) + 1
    const digest = same ? base.head.digest : await insertRevision(tx, actor, begun.id, revision, after, 'form', at)
    await tx.impactAnswer.create({
      data: {
        impactId: impact.id,
        outcome: 'updated',
        versionId: begun.id,
        answeredById: actor.id,
        answererName: actor.name,
        createdAt: at,
      },
    })
    await tx.impact.update({ where: { id: impact.id }, data: { personId: actor.id } })
    await record(tx, actor, { action: 'impact.update started', act: act.title, change, revision, digest }, { at, ref, version: number })
    return { ref, version: number }
  })
}
