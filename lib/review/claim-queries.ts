// Who has taken a version in review, and who could. Read by people and by the claim itself, never to decide who may approve.
import { whyNot } from '#lib/accounts/permissions.ts'
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
