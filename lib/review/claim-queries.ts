// Who has taken a version in review, and who could. Read by people and by the claim itself, never to decide who may approve.
import { whyNot } from '#lib/accounts/permissions.ts'
import { titleOf } from '#lib/measures/measure.ts'
import type { OneVersion } from '#lib/measures/queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { whyNotNow } from './workflow.ts'

export type Claim = { reviewerId: number; reviewer: string; at: Date }

/** Who has taken the version since it was submitted; null while nobody did, or it is not in review any more. */
export async function claimOf(db: Db, version: Pick<OneVersion, 'id' | 'state' | 'stateChangedAt'>): Promise<Claim | null> {
  if (version.state !== 'in_review') return null
  const row = await db.reviewClaim.findFirst({
    where: { versionId: version.id, createdAt: { gte: version.stateChangedAt } },
    orderBy: { id: 'desc' },
  })
  return row && row.reviewerId !== null ? { reviewerId: row.reviewerId, reviewer: row.reviewerName, at: row.createdAt } : null
}

/** The same, for a page of the desk. Throws NotAllowed. */
export async function claimOn(actor: Actor, version: OneVersion): Promise<Claim | null> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  return claimOf(deskDb(), version)
}

export type TakenReview = { ref: string; number: number; title: string; since: Date }

/** The reviews that somebody has taken and not decided yet, the first taken first: at most 100. Throws NotAllowed. */
export async function reviewsTakenBy(actor: Actor, personId: number): Promise<TakenReview[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().$queryRaw<(Omit<TakenReview, 'title'> & { content: unknown })[]>`
    SELECT m.ref, v.number, r.content, c.created_at AS since
    FROM review_claim c JOIN version v ON v.id = c.version_id JOIN measure m ON m.id = v.measure_id
    CROSS JOIN LATERAL (SELECT content FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) r
    WHERE c.reviewer_id = ${personId} AND v.state = 'in_review' AND c.created_at >= v.state_changed_at
      AND NOT EXISTS (SELECT FROM review_claim later WHERE later.version_id = c.version_id AND later.id > c.id)
    ORDER BY c.id LIMIT 100`
  return rows.map(({ content, ...row }) => ({ ...row, title: titleOf(content) }))
}

/** The people who may decide on a version, by name, at most 200. */
export async function reviewersFor(actor: Actor, version: OneVersion): Promise<{ id: number; name: string }[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const people = await deskDb().person.findMany({
    where: {
      disabledAt: null,
      role: { in: ['reviewer', 'administrator'] },
      OR: [{ allEconomies: true }, { economies: { some: { economyCode: version.economy } } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, name: true, role: true },
  })
  return people
    .filter((person) => whyNotNow({ ...person, economies: 'all' }, 'approve', version) === null)
    .map(({ id, name }) => ({ id, name }))
}
