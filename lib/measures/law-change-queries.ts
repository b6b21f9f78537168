// The confirmed law changes that a text which cites their acts still has to answer to. Read by the checker, and again on publication.
import type { Db } from '#lib/system/db.ts'
import type { ConfirmedChange } from './confirmed-change.ts'
import type { Content } from './content.ts'

/** `asked`: the measure has an impact of it already, which is open. */
export type UnsettledChange = ConfirmedChange & { id: number; actTitle: string; asked: boolean }

/**
 * Confirmed law changes of the acts that a content cites, but those whose impact on the measure is settled and those that did not begin. With
 * `lock`, no law change of these acts is confirmed until the transaction ends: of two that meet, the second sees what the first did.
 */
export async function unsettledChanges(
  db: Db,
  measureId: number,
  { bases }: Content,
  lock: 'lock' | 'read' = 'read',
): Promise<UnsettledChange[]> {
  const refs = [...new Set(bases.flatMap((basis) => (basis.kind === 'act' && basis.actRef !== undefined ? [basis.actRef] : [])))]
  if (refs.length === 0) return []
  const standing = await db.$queryRaw<
    { id: number }[]
  >`SELECT DISTINCT coalesce(merged_into_id, id) AS id FROM act WHERE ref = ANY(${refs})`
  const ids = standing.map(({ id }) => id)
  if (lock === 'lock') await db.$queryRaw`SELECT id FROM act WHERE id = ANY(${ids}) ORDER BY id FOR SHARE`
  return db.$queryRaw<UnsettledChange[]>`
    SELECT l.id, l.kind, l.date, d.created_at AS "confirmedAt", t.title AS "actTitle", i.id IS NOT NULL AS asked,
      (SELECT array_agg(ref) FROM act_family(t.id)) AS "actRefs"
    FROM act t CROSS JOIN LATERAL act_family(t.id) f
    JOIN law_change l ON l.act_id = f.id
    JOIN law_change_decision d ON d.law_change_id = l.id AND d.confirmed
    LEFT JOIN impact i ON i.law_change_id = l.id AND i.measure_id = ${measureId}
    WHERE t.id = ANY(${ids}) AND i.settled_at IS NULL
      AND NOT EXISTS (SELECT FROM commencement k WHERE k.law_change_id = l.id AND NOT k.began)
    ORDER BY l.id`
}
