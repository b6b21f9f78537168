// The acts that the bases of an import most likely mean, as they are found when it is read and as they are shown afterwards. None of it changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Likely } from '#lib/acts/likeliest.ts'
import { type Act, actsToCompare, standingActs, unions } from '#lib/acts/queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { type ActChoice, type BasisProposals, proposer } from './act-bases.ts'
import type { PlannedItem } from './plan.ts'

/** For each item that would be created, its act bases and what the register has like them; the register is read once. */
export async function proposalsFor(actor: Actor, planned: readonly PlannedItem[]): Promise<BasisProposals[][]> {
  const economies = [...new Set(planned.flatMap(({ item, outcome }) => (outcome === 'create' ? (item.economyCode ?? []) : [])))]
  const joined = await unions()
  const unionsOf = (economy: string) => joined.filter(({ members }) => members.includes(economy)).map(({ code }) => code)
  const acts = await actsToCompare(actor, [], { economies, unions: economies.flatMap(unionsOf) })
  const propose = proposer(acts, unionsOf)
  return planned.map(({ item, outcome }) => (outcome === 'create' && item.economyCode ? propose(item.economyCode, item.content) : []))
}

/** An act as it stands today; two that were merged meanwhile are one. */
export type ProposedAct = Omit<Likely, 'ref'> & { act: Act }
export type BatchBasis = { id: number; position: number; choice: ActChoice; certain: boolean; linked: Act | null; proposals: ProposedAct[] }

/** The act bases of one page of an import by the ordinal of their measure, with the acts as they stand today. */
export async function basesOfItems(actor: Actor, batchId: number, ordinals: readonly number[]): Promise<Map<number, BatchBasis[]>> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().importBasis.findMany({
    where: { item: { batchId, ordinal: { in: [...ordinals] } } },
    orderBy: [{ itemId: 'asc' }, { position: 'asc' }],
    include: { item: { select: { ordinal: true } }, act: { select: { ref: true } } },
  })
  const likely = (row: (typeof rows)[number]) => row.proposals as Likely[]
  const acts = await standingActs(actor, [...new Set(rows.flatMap((row) => [...likely(row).map(({ ref }) => ref), row.act?.ref ?? '']))])
  const byOrdinal = new Map<number, BatchBasis[]>()
  for (const row of rows) {
    const { id, position, choice, certain } = row
    const standing = new Map(
      likely(row).flatMap(({ ref, ...one }) => {
        const act = acts.get(ref)
        return act ? [[act.ref, { ...one, act }] as const] : []
      }),
    )
    const proposals = [...standing.values()]
    const basis = { id, position, choice, certain, linked: (row.act?.ref && acts.get(row.act.ref)) || null, proposals }
    byOrdinal.set(row.item.ordinal, [...(byOrdinal.get(row.item.ordinal) ?? []), basis])
  }
  return byOrdinal
}

/** How many act bases of the drafts that are still to be created are undecided, and for how many of those the act is certain. */
export async function undecidedBases(actor: Actor, batchId: number): Promise<{ open: number; certain: number }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  const [counts] = await deskDb().$queryRaw<{ open: number; certain: number }[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE b.certain)::int AS certain
    FROM import_item i JOIN import_basis b ON b.item_id = i.id
    WHERE i.batch_id = ${batchId} AND i.measure_id IS NULL AND b.choice = 'open'`
  return counts ?? { open: 0, certain: 0 }
}
