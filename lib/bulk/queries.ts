// The plans and results of bulks, for whoever asked for them and for administrators. None of these reads changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type BulkDeed, type BulkRequest, type BulkState, type Counts, type ItemState, tellItem } from './bulk.ts'

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

export type BulkLine = {
  id: number
  deed: BulkDeed
  state: BulkState
  by: string
  mine: boolean
  at: Date
  reason: string
  subPillar: string
  personId: number | null
  /** Who becomes responsible; '' for other deeds. */
  person: string
  total: number
  counts: Counts
}
type Row = Omit<BulkLine, 'counts' | 'total' | 'mine'> & { createdById: number } & Counts

async function lines(actor: Actor, where: Prisma.Sql): Promise<BulkLine[]> {
  const rows = await deskDb().$queryRaw<Row[]>`
    SELECT b.id, b.deed, b.state, b.created_by_id AS "createdById", c.name AS by, b.created_at AS at, b.reason, b.sub_pillar AS "subPillar",
      b.person_id AS "personId", coalesce(p.name, '') AS person, i.*
    FROM (SELECT * FROM bulk b WHERE ${where} ORDER BY b.id DESC LIMIT 50) b
    JOIN person c ON c.id = b.created_by_id LEFT JOIN person p ON p.id = b.person_id
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE state = 'done'))::int AS done,
        (count(*) FILTER (WHERE state = 'refused'))::int AS refused, (count(*) FILTER (WHERE state = 'failed'))::int AS failed
      FROM bulk_item WHERE bulk_id = b.id) i
    ORDER BY b.id DESC`
  return rows.map(({ createdById, waiting, done, refused, failed, ...row }) => ({
    ...row,
    mine: createdById === actor.id,
    total: waiting + done + refused + failed,
    counts: { waiting, done, refused, failed },
  }))
}

/** What the actor planned and did to several measures, newest first, at most 50. */
export async function myBulks(actor: Actor): Promise<BulkLine[]> {
  mayRead(actor)
  return lines(actor, Prisma.sql`b.created_by_id = ${actor.id}`)
}

/** One bulk, for whoever asked for it and for administrators. Throws NotFound. */
export async function bulkOf(actor: Actor, id: number): Promise<BulkLine> {
  mayRead(actor)
  const known = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31
  const [bulk] = known ? await lines(actor, Prisma.sql`b.id = ${id}`) : []
  if (!bulk || (!bulk.mine && actor.role !== 'administrator')) throw new NotFound('There is no such bulk.')
  return bulk
}

export type BulkItemLine = {
  ordinal: number
  ref: string
  title: string
  state: ItemState
  /** What happens to it, what happened, or why not. */
  said: string
  settledAt: Date | null
}

async function items(bulk: BulkLine, more: Prisma.BulkItemFindManyArgs): Promise<BulkItemLine[]> {
  const rows = await deskDb().bulkItem.findMany({
    ...more,
    where: { ...more.where, bulkId: bulk.id },
    orderBy: { ordinal: 'asc' },
    include: { measure: { select: { ref: true } } },
  })
  const to = bulk.deed === 'move' ? bulk.subPillar : bulk.person
  return rows.map(({ measure, ordinal, title, settledAt, ...row }) => ({
    ...{ ordinal, ref: measure.ref, title, settledAt, state: row.state },
    said: tellItem({ ...row, deed: bulk.deed, to }),
  }))
}

export const itemsPerPage = 50

/** A page of the items of a bulk, in the order in which they were chosen; of one state when it is given. */
export const bulkItems = (bulk: BulkLine, page: number, state?: ItemState): Promise<BulkItemLine[]> =>
  items(bulk, { where: state ? { state } : {}, take: itemsPerPage, skip: (page - 1) * itemsPerPage })

/** All items of a bulk, for its file of results. */
export const everyItem = (bulk: BulkLine): Promise<BulkItemLine[]> => items(bulk, {})

/** What was asked, and the measures of which it came to nothing: what a further plan is made of. Throws NotFound. */
export async function leftOver(actor: Actor, id: number): Promise<{ request: BulkRequest; refs: string[] }> {
  const bulk = await bulkOf(actor, id)
  const rows = await deskDb().bulkItem.findMany({
    where: { bulkId: id, state: { in: ['refused', 'failed'] } },
    orderBy: { ordinal: 'asc' },
    select: { measure: { select: { ref: true } } },
  })
  const { deed, reason, subPillar, personId } = bulk
  const asked = { assign: { deed, personId: personId ?? 0 }, move: { deed, subPillar, reason } } as Partial<Record<BulkDeed, unknown>>
  return { request: (asked[deed] ?? { deed, reason }) as BulkRequest, refs: rows.map(({ measure }) => measure.ref) }
}
