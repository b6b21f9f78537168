// What was published in an emergency and waits for its approval: the desk's reads. None changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import { titleOf } from '#lib/measures/measure.ts'
import type { OneVersion } from '#lib/measures/queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { threadsToSettle } from './comment-queries.ts'
import { type Objections, whyNotAfterwards, whyOverruled } from './emergency.ts'

/** What reviewers said against the newest revision of a version. */
export async function objectionsTo(tx: Db, version: Pick<OneVersion, 'id' | 'head'>): Promise<Objections> {
  const [toSettle, returns] = await Promise.all([
    threadsToSettle(tx, version.id),
    tx.reviewReturn.count({ where: { versionId: version.id, revisionId: version.head.id } }),
  ])
  return { toSettle, headReturned: returns > 0 }
}

/** What speaks against publishing this version in an emergency, as a sentence; null when nothing does. */
export const overruledBy = async (_actor: Actor, version: Pick<OneVersion, 'id' | 'head'>): Promise<string | null> =>
  whyOverruled(await objectionsTo(deskDb(), version))

export type WaitingEmergency = {
  ref: string
  number: number
  title: string
  state: 'published' | 'superseded'
  reason: string
  by: string
  at: Date
  authors: string[]
  /** Why the actor may not approve it; null when they may. */
  refused: string | null
}

/**
 * The versions of the actor's economies that were published in an emergency and wait for an approval, oldest first. One that is superseded by
 * an approved version waits no longer: a second person has decided what stands now.
 */
export async function waitingEmergencies(actor: Actor): Promise<WaitingEmergency[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const scope = actor.economies === 'all' ? null : [...actor.economies]
  type Row = Omit<WaitingEmergency, 'title' | 'refused'> & {
    content: unknown
    economy: string
    authorIds: number[]
    administratorId: number
  }
  const rows = await deskDb().$queryRaw<Row[]>`
    SELECT m.ref, m.economy_code AS economy, v.number, v.state::text, r.content, e.reason, e.administrator_name AS by, e.administrator_id AS "administratorId",
      e.created_at AS at, a.ids AS "authorIds", a.names AS authors
    FROM emergency e JOIN version v ON v.id = e.version_id JOIN measure m ON m.id = v.measure_id JOIN revision r ON r.id = e.revision_id
    CROSS JOIN LATERAL (SELECT array_agg(DISTINCT author_id) AS ids, array_agg(DISTINCT author_name) AS names FROM revision r WHERE r.version_id = v.id) a
    WHERE v.state IN ('published', 'superseded') AND (${scope}::text[] IS NULL OR m.economy_code = ANY(${scope}::text[]))
      AND NOT EXISTS (SELECT FROM published.later_approval l WHERE l.ref = m.ref AND l.number = v.number)
      AND NOT EXISTS (SELECT FROM published.version n LEFT JOIN published.later_approval l ON l.ref = n.ref AND l.number = n.number
        WHERE n.ref = m.ref AND n.number > v.number AND (n.approved_by <> '' OR l.ref IS NOT NULL))
    ORDER BY e.created_at, e.id LIMIT 200`
  return rows.map(({ content, economy, authorIds, administratorId, ...row }) => ({
    ...row,
    title: titleOf(content),
    refused: whyNotAfterwards(actor, { state: row.state, economy, authorIds, administratorId }),
  }))
}

export type OneEmergency = {
  reason: string
  by: string
  administratorId: number
  at: Date
  approved: { by: string; at: Date } | null
}

/** The emergency in which a version was published; null when it was published as usual, or not yet. */
export async function emergencyOf(tx: Db, version: Pick<OneVersion, 'id' | 'ref' | 'number'>): Promise<OneEmergency | null> {
  const { ref, number } = version
  const [row, approval] = await Promise.all([
    tx.emergency.findUnique({ where: { versionId: version.id } }),
    tx.publishedLaterApproval.findUnique({ where: { ref_number: { ref, number } } }),
  ])
  return (
    row && {
      reason: row.reason,
      by: row.administratorName,
      administratorId: row.administratorId,
      at: row.createdAt,
      approved: approval && { by: approval.approvedBy, at: approval.approvedAt },
    }
  )
}

export const emergencyForDesk = (_actor: Actor, version: Pick<OneVersion, 'id' | 'ref' | 'number'>) => emergencyOf(deskDb(), version)
