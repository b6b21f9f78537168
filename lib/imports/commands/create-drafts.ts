// Creates the drafts of a plan, one per call and transaction: what is done stays done, and a second call goes on where the first stopped.
import { whyNot, whyNotAct } from '#lib/accounts/permissions.ts'
import { loadAct } from '#lib/acts/queries.ts'
import { actInput, emptyAct } from '#lib/acts/schema.ts'
import { insertAct } from '#lib/acts/store.ts'
import { record } from '#lib/audit/record.ts'
import { type ActBasis, citing } from '#lib/imports/act-bases.ts'
import { type Content, readContent } from '#lib/measures/content.ts'
import { insertMeasure } from '#lib/measures/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'

/**
 * Creates the next draft of the plan: version 1, its first revision the text as it was read, its bases citing the acts that were chosen for
 * them. `remaining` counts what is left, `ref` is absent when nothing was. Two people who create at once take different ones. Throws NotFound, NotAllowed.
 */
export async function createNextDraft(
  actor: Actor,
  input: { batchId: number },
  clock: Clock = systemClock,
): Promise<{ done: boolean; ref?: string; remaining: number }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const batch = await tx.importBatch.findUnique({ where: { id: input.batchId } })
    if (!batch) throw new NotFound('There is no such import.')
    const [item] = await tx.$queryRaw<{ id: number; economy: string; content: unknown; line: number }[]>`
      SELECT id, economy_code AS economy, content, line FROM import_item
      WHERE batch_id = ${batch.id} AND outcome = 'create' AND measure_id IS NULL ORDER BY ordinal LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!item) return { done: true, remaining: 0 }
    const notTheirs = whyNot(actor, 'create measure', item.economy)
    if (notTheirs !== null) throw new NotAllowed(`Line ${item.line}: ${notTheirs}`)
    const content = await withActs(tx, actor, { ...item, readAt: batch.createdAt }, clock())
    const { ref, measureId } = await insertMeasure(tx, actor, item.economy, content, 'import', clock())
    await tx.importItem.update({ where: { id: item.id }, data: { measureId } })
    await record(tx, actor, { action: 'measure.created', origin: 'import' }, { at: clock(), ref, version: 1 })
    const remaining = await tx.importItem.count({ where: { batchId: batch.id, outcome: 'create', measureId: null } })
    return { done: remaining === 0, ref, remaining }
  })
}

type Item = { id: number; economy: string; content: unknown; line: number; readAt: Date }

/** The content as it was read, with the acts that were chosen: linked ones as they stand, new ones entered into the register. */
async function withActs(tx: Db, actor: Actor, item: Item, at: Date): Promise<Content> {
  const content = readContent(item.content)
  const chosen = await tx.importBasis.findMany({
    where: { itemId: item.id, choice: { in: ['link', 'enter'] } },
    include: { act: { select: { ref: true } } },
    orderBy: { position: 'asc' },
  })
  const bases = [...content.bases]
  for (const { position, act: linked } of chosen) {
    const basis = bases[position]
    if (basis?.kind !== 'act') continue
    const act = await loadAct(tx, linked?.ref ?? (await enteredFrom(tx, actor, item, basis, at)))
    bases[position] = citing(basis, act.mergedInto === null ? act : await loadAct(tx, act.mergedInto))
  }
  return { ...content, bases }
}

/** The ref of an act that a basis brings into the register; one of the same title that was entered since the page was read is taken, so that two measures of a page enter one act. */
async function enteredFrom(tx: Db, actor: Actor, { economy, line, readAt }: Item, basis: ActBasis, at: Date): Promise<string> {
  const refused = whyNotAct(actor, 'register act', economy)
  if (refused !== null) throw new NotAllowed(`Line ${line}: ${refused}`)
  // Two people who create at once take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`acts ${economy}`}, 0))`
  const [there] = await tx.$queryRaw<{ ref: string }[]>`
    SELECT ref FROM act WHERE economy_code = ${economy} AND merged_into_id IS NULL AND created_at >= ${readAt}
      AND lower(title) = lower(${basis.title.trim()}) ORDER BY id LIMIT 1`
  if (there) return there.ref
  const { title, url } = basis
  const events = basis.events.map((event) => ({ ...event, sourceTitle: '', sourceUrl: '' }))
  return (await insertAct(tx, actor, actInput.parse({ ...emptyAct, economy, title, url, events }), at)).ref
}
