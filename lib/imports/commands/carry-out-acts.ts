// Enters or changes the acts of a plan, one per call and transaction: what is done stays done, and a second call goes on where the first stopped.
import { whyNot, whyNotAct } from '#lib/accounts/permissions.ts'
import { loadAct } from '#lib/acts/queries.ts'
import { actInput } from '#lib/acts/schema.ts'
import { insertAct, updateAct } from '#lib/acts/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'

type Step = { done: boolean; ref?: string; refusal?: string; remaining: number }
type Row = { id: number; line: number; outcome: 'create' | 'update'; act: unknown; edition: number | null; ref: string | null }

/**
 * Carries out the next row of a plan of acts. An act that somebody changed since the plan was read, or entered meanwhile, is left alone:
 * `refusal` says so and the row keeps it. `remaining` counts what is left. Throws NotFound, NotAllowed.
 */
export async function carryOutNextAct(actor: Actor, input: { batchId: number }, clock: Clock = systemClock): Promise<Step> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const batch = await tx.importBatch.findUnique({ where: { id: input.batchId } })
    if (!batch) throw new NotFound('There is no such import.')
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT i.id, i.line, i.outcome::text AS outcome, i.act, i.edition, a.ref FROM import_act i LEFT JOIN act a ON a.id = i.act_id
      WHERE i.batch_id = ${batch.id} AND i.outcome IN ('create', 'update') AND NOT i.done AND i.refusal = ''
      ORDER BY i.ordinal LIMIT 1 FOR UPDATE OF i SKIP LOCKED`
    if (!row) return { done: true, remaining: 0 }
    const next = actInput.parse(row.act)
    const act = row.ref === null ? null : await loadAct(tx, row.ref, 'lock')
    const notTheirs = act
      ? (whyNotAct(actor, 'edit act', act.economy) ?? whyNotAct(actor, 'edit act', next.economy))
      : whyNotAct(actor, 'register act', next.economy)
    if (notTheirs !== null) throw new NotAllowed(`Line ${row.line}: ${notTheirs}`)
    const remaining = await tx.importAct.count({
      where: { batchId: batch.id, outcome: { in: ['create', 'update'] }, done: false, refusal: '', id: { not: row.id } },
    })
    const leave = async (refusal: string): Promise<Step> => {
      await tx.importAct.update({ where: { id: row.id }, data: { refusal } })
      return { done: remaining === 0, refusal: `Line ${row.line}: ${refusal}`, remaining }
    }
    if (act) {
      if (act.edition !== row.edition || act.mergedInto !== null)
        return leave(`${act.ref} was changed since this file was read, so it was left as it is. Read the file again.`)
      await updateAct(tx, actor, act, next, clock())
      await tx.importAct.update({ where: { id: row.id }, data: { done: true } })
      return { done: remaining === 0, ref: act.ref, remaining }
    }
    const owned = { economyCode: next.economy || null, unionCode: next.union || null, mergedIntoId: null }
    const meanwhile = await tx.act.findFirst({
      where: {
        ...{ ...owned, title: next.title, number: next.number, createdAt: { gte: batch.createdAt } },
        // Two rows of one file that are alike were both seen, and one of them said “new”.
        imported: { none: { batchId: batch.id } },
      },
    })
    if (meanwhile) return leave(`${meanwhile.ref} was entered meanwhile with this title. Read the file again.`)
    const entered = await insertAct(tx, actor, next, clock())
    await tx.importAct.update({ where: { id: row.id }, data: { done: true, actId: entered.id } })
    return { done: remaining === 0, ref: entered.ref, remaining }
  })
}
