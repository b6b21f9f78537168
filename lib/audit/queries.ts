// Reads the audit trail for people. Never read to decide what somebody may do.
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { describe } from './describe.ts'
import { auditEvent } from './entry.ts'

export type AuditLine = { id: number; at: Date; who: string; what: string; ref: string | null; version: number | null }

/** The entries of a measure, newest first, at most `limit`. */
export async function trailOf(_actor: Actor, ref: string, limit = 200): Promise<AuditLine[]> {
  const rows = await deskDb().auditEntry.findMany({ where: { measureRef: ref }, orderBy: { id: 'desc' }, take: limit })
  return rows.map((row) => {
    const event = auditEvent.parse({ action: row.action, ...(row.details as object) })
    return { id: row.id, at: row.at, who: row.actorName, what: describe(event), ref: row.measureRef, version: row.versionNumber }
  })
}
