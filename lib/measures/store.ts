// Writes that several commands share: a measure with its first revision, a further revision. They authorise nothing: the command did.
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'
import type { Content } from './content.ts'

export type RevisionOrigin = 'form' | 'import' | 'published'

/** `save`: somebody asked for it; `autosave`: the form did, while they typed. */
export type RevisionKind = 'save' | 'autosave'

/** Adds a measure of an economy with version 1 and its first revision. Returns its ref and ids. */
export async function insertMeasure(tx: Db, actor: Actor, economy: string, content: Content, origin: RevisionOrigin, at: Date) {
  const known = /^[A-Z]{2}$/.test(economy) ? await tx.economy.findUnique({ where: { code: economy } }) : null
  if (!known) throw new Invalid([{ path: 'economy', message: 'Choose an economy from the list.' }])
  // The trigger takes the same lock: two people who begin a measure of one economy at once take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`measure ${economy}`}, 0))`
  const { _max } = await tx.measure.aggregate({ where: { economyCode: economy }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const ref = `${economy}-${String(number).padStart(4, '0')}`
  const measure = await tx.measure.create({ data: { economyCode: economy, number, ref, createdById: actor.id, createdAt: at } })
  const version = await insertVersion(tx, actor, measure.id, 1, content, origin, at)
  return { ref, measureId: measure.id, versionId: version.id }
}

/** Adds a version, a draft, with its first revision. */
export async function insertVersion(
  tx: Db,
  actor: Actor,
  measureId: number,
  number: number,
  content: Content,
  origin: RevisionOrigin,
  at: Date,
) {
  const version = await tx.version.create({ data: { measureId, number, startedById: actor.id, startedAt: at, stateChangedAt: at } })
  await insertRevision(tx, actor, version.id, 1, content, origin, at)
  return version
}

/** Adds a revision. Returns the digest that PostgreSQL computed. */
export async function insertRevision(
  tx: Db,
  actor: Actor,
  versionId: number,
  number: number,
  content: Content,
  origin: RevisionOrigin,
  at: Date,
  kind: RevisionKind = 'save',
): Promise<string> {
  const { id, digest } = await tx.revision.create({
    data: { versionId, number, content, origin, kind, authorId: actor.id, authorName: actor.name, createdAt: at },
    select: { id: true, digest: true },
  })
  await insertCitations(tx, id, content)
  return digest ?? ''
}

/** Keeps which acts of the register a revision cites. Throws Invalid when it cites one that does not stand. */
async function insertCitations(tx: Db, revisionId: number, content: Content): Promise<void> {
  const cited = content.bases.flatMap((basis, index) =>
    basis.kind === 'act' && basis.actRef !== undefined ? [{ basisId: basis.id, actRef: basis.actRef, index }] : [],
  )
  if (cited.length === 0) return
  const acts = await tx.act.findMany({ where: { ref: { in: cited.map(({ actRef }) => actRef) } }, select: { id: true, ref: true } })
  const idOf = new Map(acts.map(({ id, ref }) => [ref, id]))
  const unknown = cited.filter(({ actRef }) => !idOf.has(actRef))
  if (unknown.length > 0) {
    throw new Invalid(unknown.map(({ actRef, index }) => ({ path: `bases.${index}.actRef`, message: `There is no act ${actRef}.` })))
  }
  await tx.citation.createMany({ data: cited.map(({ basisId, actRef }) => ({ revisionId, basisId, actId: idOf.get(actRef) ?? 0 })) })
}
