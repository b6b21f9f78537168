// Writes of imports that keep a plan of acts, and the acts that bases most likely mean. They authorise nothing: the command did.
import type { Db } from '#lib/system/db.ts'
import type { BasisProposals } from './act-bases.ts'
import type { PlannedAct } from './plan-acts.ts'

const rowsAtOnce = 500

/** Keeps what each row would become, with the edition of the act that it was compared with. */
export async function storeActs(tx: Db, batchId: number, planned: readonly PlannedAct[]): Promise<void> {
  const refs = planned.flatMap((plan) => (plan.outcome === 'update' || (plan.outcome === 'same' && plan.ref) ? [plan.ref ?? ''] : []))
  const acts = await tx.act.findMany({ where: { ref: { in: [...new Set(refs)] } }, select: { id: true, ref: true } })
  const idOf = new Map(acts.map(({ id, ref }) => [ref, id]))
  for (let start = 0; start < planned.length; start += rowsAtOnce) {
    const data = planned.slice(start, start + rowsAtOnce).map((plan, index) => ({
      ...{ batchId, ordinal: start + index + 1, line: plan.line, outcome: plan.outcome, act: storable(plan.act) },
      ...(plan.outcome === 'update' && { edition: plan.edition, before: plan.before, after: plan.after }),
      ...(plan.outcome === 'same' && { firstLine: plan.firstLine }),
      actId: 'ref' in plan && plan.ref !== null ? (idOf.get(plan.ref) ?? null) : null,
    }))
    await tx.importAct.createMany({ data })
  }
}

/** JSONB holds no NUL and no half of a surrogate pair; a row with one is a problem anyway and says so. */
const storable = (act: PlannedAct['act']) => JSON.parse(JSON.stringify(act).toWellFormed().replaceAll('\\u0000', '\u2400'))

/** Keeps what the register has like each act basis; `proposals` are in the order of the items. */
export async function storeBases(tx: Db, batchId: number, proposals: readonly (readonly BasisProposals[])[]): Promise<void> {
  const items = await tx.importItem.findMany({ where: { batchId, outcome: 'create' }, select: { id: true, ordinal: true } })
  const data = items.flatMap(({ id, ordinal }) => (proposals[ordinal - 1] ?? []).map((basis) => ({ itemId: id, ...basis })))
  for (let start = 0; start < data.length; start += rowsAtOnce)
    await tx.importBasis.createMany({ data: data.slice(start, start + rowsAtOnce) })
}
