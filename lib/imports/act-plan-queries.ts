// The plan of a file of acts against the register as it stands, and the plans that are kept. None of it changes anything.
import { whyNot, whyNotAct } from '#lib/accounts/permissions.ts'
import { actsToCompare, unions } from '#lib/acts/queries.ts'
import { type ActFields, actInput } from '#lib/acts/schema.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { economies } from '#lib/taxonomy/queries.ts'
import { ownersIn, refIn } from './act-fields.ts'
import type { ActCells } from './act-rows.ts'
import { type PlannedAct, planActs } from './plan-acts.ts'

/** What each row would become. Without an actor nobody's permissions are asked, as in a dry run for nobody. */
export async function plannedActs(actor: Actor | null, rows: readonly ActCells[]): Promise<PlannedAct[]> {
  const known = { economies: await economies(), unions: (await unions()).map((one) => ({ ...one, aliases: [] as string[] })) }
  const acts = await actsToCompare(actor, rows.map(refIn), ownersIn(rows, known))
  return planActs(rows, { ...known, acts, refused: (deed, economy) => (actor ? whyNotAct(actor, deed, economy) : null) })
}

export type BatchAct = {
  ordinal: number
  line: number
  outcome: 'create' | 'update' | 'same' | 'problem'
  ref: string | null
  act: Pick<ActFields, 'title' | 'originalTitle' | 'originalLanguage' | 'number' | 'events'>
  before: Record<string, string>
  after: Record<string, string>
  firstLine: number | null
  done: boolean
  refusal: string
}

/** 50 of the acts of an import in the order of lines, and how many there are of each outcome. */
export async function batchActs(actor: Actor, batchId: number, page: number) {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  const perPage = 50
  const [rows, counts, refusals] = await Promise.all([
    deskDb().importAct.findMany({
      where: { batchId, ordinal: { gt: (page - 1) * perPage, lte: page * perPage } },
      orderBy: { ordinal: 'asc' },
      include: { on: { select: { ref: true } } },
    }),
    deskDb().importAct.groupBy({ by: ['outcome', 'done'], where: { batchId }, _count: true }),
    deskDb().importAct.count({ where: { batchId, refusal: { not: '' } } }),
  ])
  const items = rows.map(({ on, act, before, after, ...row }): BatchAct => {
    const fields = actInput.safeParse(act).data
    const told = { title: '', originalTitle: '', originalLanguage: '', number: '', events: [], ...(act as Partial<ActFields>) }
    return {
      ...row,
      ref: on?.ref ?? null,
      act: fields ?? told,
      before: before as Record<string, string>,
      after: after as Record<string, string>,
    }
  })
  const count = (outcome: BatchAct['outcome'], done?: boolean) =>
    counts.filter((one) => one.outcome === outcome && (done === undefined || one.done === done)).reduce((sum, one) => sum + one._count, 0)
  const done = count('create', true) + count('update', true)
  return {
    items,
    page,
    perPage,
    create: count('create'),
    update: count('update'),
    same: count('same'),
    problem: count('problem'),
    refusals,
    done,
  }
}
