// Reads the audit trail for people. Never read to decide what somebody may do.
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { describe } from './describe.ts'
import { auditEvent } from './entry.ts'
import { foldAutosaves } from './fold.ts'

export type AuditLine = { id: number; at: Date; who: string; what: string; ref: string | null; version: number | null }

/** The entries of a measure, newest first, at most `limit`; the autosaves of a sitting are one. */
export async function trailOf(_actor: Actor, ref: string, limit = 200): Promise<AuditLine[]> {
  // Autosaves are many: of five times as many entries, most are told together.
  const rows = await deskDb().auditEntry.findMany({ where: { measureRef: ref }, orderBy: { id: 'desc' }, take: 5 * limit })
  const entries = rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: row.actorName,
    ref: row.measureRef,
    version: row.versionNumber,
    event: auditEvent.parse({ action: row.action, ...(row.details as object) }),
  }))
  return foldAutosaves(entries)
    .slice(0, limit)
    .map(({ event, ...line }) => ({ ...line, what: describe(event) }))
}

/** The revisions of a measure that an earlier text was brought back in, each with the one it came from: both by their names, such as `2.5`. */
export async function broughtBackIn(_actor: Actor, ref: string): Promise<ReadonlyMap<string, string>> {
  const rows = await deskDb().auditEntry.findMany({
    where: { measureRef: ref, action: 'revision.restored' },
    orderBy: { id: 'desc' },
    take: 1000,
  })
  return new Map(
    rows.flatMap(({ action, versionNumber, details }) => {
      const event = auditEvent.parse({ action, ...(details as object) })
      return event.action === 'revision.restored'
        ? [[`${versionNumber}.${event.revision}`, `${event.fromVersion}.${event.fromRevision}`] as const]
        : []
    }),
  )
}

export type ActHistoryLine = {
  id: number
  at: Date
  who: string
  what: string
  before: Record<string, string>
  after: Record<string, string>
}

/** What was done to an act of the register, newest first, at most `limit`: entered, changed with its words before and after, merged. */
export async function actHistoryOf(_actor: Actor, act: string, limit = 100): Promise<ActHistoryLine[]> {
  const rows = await deskDb().$queryRaw<{ id: number; at: Date; actorName: string; action: string; details: object }[]>`
    SELECT id, at, actor_name AS "actorName", action, details FROM audit_entry
    WHERE action IN ('act.registered', 'act.edited', 'act.merged') AND details ->> 'act' = ${act} ORDER BY id DESC LIMIT ${limit}`
  return rows.map(({ id, at, actorName, action, details }) => {
    const event = auditEvent.parse({ action, ...details })
    const { before, after } = event.action === 'act.edited' ? event : { before: {}, after: {} }
    return { id, at, who: actorName, what: describe(event), before, after }
  })
}
