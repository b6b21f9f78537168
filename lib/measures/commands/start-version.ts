// Amends a measure: opens its next version with the latest text filled in. What is published stays until the new version is.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { isRef } from '#lib/measures/measure.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { insertVersion } from '#lib/measures/store.ts'
import { isOpen, stateNames } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/** Opens the next version on top of the published one (else of the newest). Returns its number. Throws NotFound, NotAllowed, Stale. */
export async function startVersion(actor: Actor, input: { ref: string }, clock: Clock = systemClock): Promise<{ version: number }> {
  return deskDb().$transaction(async (tx) => {
    const measure = isRef(input.ref) ? await tx.measure.findUnique({ where: { ref: input.ref } }) : null
    if (!measure) throw new NotFound(`There is no measure ${input.ref}.`)
    const refused = whyNot(actor, 'edit draft', measure.economyCode)
    if (refused !== null) throw new NotAllowed(refused)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('version', ${measure.id}::bigint))`
    const versions = await tx.version.findMany({ where: { measureId: measure.id }, orderBy: { number: 'desc' } })
    const newest = versions[0]
    const open = versions.find((version) => isOpen(version.state))
    if (open) throw new Stale(`Version ${open.number} of ${input.ref} is already open: ${stateNames[open.state].toLowerCase()}.`)
    const base = versions.find((version) => version.state === 'published') ?? newest
    if (!base || !newest) throw new NotFound(`${input.ref} has no version.`)
    const { head } = await loadVersion(tx, input.ref, base.number)
    const number = newest.number + 1
    const at = clock()
    await insertVersion(tx, actor, measure.id, number, { ...head.content, changeKind: null, changeNote: '' }, 'published', at)
    await record(tx, actor, { action: 'version.started', basedOnVersion: base.number }, { at, ref: input.ref, version: number })
    return { version: number }
  })
}
