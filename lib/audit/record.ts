// Records audit entries, inside the transaction of the command that they tell of. Rows are never changed.
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import type { AuditEvent } from './entry.ts'

/** Adds one entry, dated by the command's own clock. `on` names the measure and the version that it concerns, where there is one. */
export async function record(tx: Db, actor: Actor, event: AuditEvent, on: { at: Date; ref?: string; version?: number }): Promise<void> {
  const { action, ...details } = event
  await tx.auditEntry.create({
    data: {
      at: on.at,
      actorId: actor.id > 0 ? actor.id : null,
      actorName: actor.name,
      action,
      measureRef: on.ref ?? null,
      versionNumber: on.version ?? null,
      details,
    },
  })
}
