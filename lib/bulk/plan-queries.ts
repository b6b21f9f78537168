// Reads what a plan is made from: the measures as they stand, all in a few statements however many there are. It changes nothing.
import { readContent } from '#lib/measures/content.ts'
import { isRef } from '#lib/measures/measure.ts'
import { openStates, type VersionState } from '#lib/measures/version.ts'
import type { Db } from '#lib/system/db.ts'
import type { Planned } from './plan.ts'

type Row = {
  measureId: number
  ref: string
  economy: string
  economyName: string
  version: number
  state: VersionState
  revision: number
  author: string
  content: unknown
  responsibleId: number
  responsible: string
  publishedVersion: number | null
  publishedRevision: number | null
  withdrawalId: number | null
  requestedById: number | null
  requester: string | null
  scheduler: string | null
}

/** The measures with these refs, in the order of the refs; what is none is left out. */
export async function measuresToPlan(db: Db, refs: readonly string[]): Promise<Planned[]> {
  const asked = [...new Set(refs)].filter(isRef)
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id AS "measureId", m.ref, m.economy_code AS economy, e.name AS "economyName", b.number AS version, b.state, r.number AS revision,
      r.author_name AS author, r.content, coalesce(b.responsible_id, b.started_by_id) AS "responsibleId", a.name AS responsible,
      p.number AS "publishedVersion", h.number AS "publishedRevision", w.id AS "withdrawalId", w.requested_by_id AS "requestedById",
      w.requester_name AS requester, s.scheduler_name AS scheduler
    FROM measure m
    JOIN economy e ON e.code = m.economy_code
    CROSS JOIN LATERAL (
      SELECT * FROM version v WHERE v.measure_id = m.id
      ORDER BY v.state = ANY(${[...openStates]}::version_state[]) DESC, v.state = 'published' DESC, v.number DESC LIMIT 1) b
    CROSS JOIN LATERAL (SELECT * FROM revision r WHERE r.version_id = b.id ORDER BY r.number DESC LIMIT 1) r
    JOIN person a ON a.id = coalesce(b.responsible_id, b.started_by_id)
    LEFT JOIN version p ON p.measure_id = m.id AND p.state = 'published'
    LEFT JOIN LATERAL (SELECT number FROM revision r WHERE r.version_id = p.id ORDER BY r.number DESC LIMIT 1) h ON true
    LEFT JOIN LATERAL (
      SELECT w.* FROM withdrawal w WHERE w.version_id = p.id AND NOT EXISTS (SELECT FROM withdrawal_decision d WHERE d.withdrawal_id = w.id)
      LIMIT 1) w ON true
    LEFT JOIN schedule s ON s.version_id = p.id AND s.state = 'waiting'
    WHERE m.ref = ANY(${asked})`
  const byRef = new Map(rows.map((row) => [row.ref, row]))
  return asked.flatMap((ref) => {
    const row = byRef.get(ref)
    return row ? [plannedOf(row)] : []
  })
}

const plannedOf = (row: Row): Planned => ({
  measureId: row.measureId,
  ref: row.ref,
  economy: row.economy,
  economyName: row.economyName,
  version: row.version,
  state: row.state,
  revision: row.revision,
  author: row.author,
  content: readContent(row.content),
  responsible: { id: row.responsibleId, name: row.responsible },
  published: row.publishedVersion === null ? null : { version: row.publishedVersion, revision: row.publishedRevision ?? 1 },
  withdrawal:
    row.withdrawalId === null ? null : { id: row.withdrawalId, requestedById: row.requestedById ?? 0, requesterName: row.requester ?? '' },
  scheduled: row.scheduler === null ? null : { schedulerName: row.scheduler },
})

/** The codes of all sub-pillars. */
export async function subPillarCodes(db: Db): Promise<Set<string>> {
  return new Set((await db.subPillar.findMany({ select: { code: true } })).map(({ code }) => code))
}
