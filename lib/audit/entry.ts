// What the audit trail can say: a typed union, one member per deed. It decides nothing: authorisation is never derived from a log.
import { z } from '#lib/system/zod.ts'

/** What changed of an act, by field: the words before or after. */
const fields = z.record(z.string(), z.string())
const scheduled = z.enum(['publish', 'withdraw'])
/** As the person said it: `2026-11-26T09:00`, and an IANA zone. */
const when = { localTime: z.string(), zone: z.string() }
const revision = { revision: z.int(), digest: z.string() }

/** What happened, with the details that its sentence needs. */
export const auditEvent = z.discriminatedUnion('action', [
  z.object({ action: z.literal('measure.created'), origin: z.enum(['form', 'import']) }),
  z.object({ action: z.literal('version.started'), basedOnVersion: z.int() }),
  z.object({ action: z.literal('version.assigned'), from: z.string(), to: z.string() }),
  z.object({ action: z.literal('measure.moved'), from: z.string(), to: z.string(), revision: z.int() }),
  z.object({ action: z.literal('draft.saved'), ...revision }),
  z.object({ action: z.literal('revision.restored'), fromVersion: z.int(), fromRevision: z.int(), ...revision }),
  /** `since` is the first revision of several that are told as one. */
  z.object({ action: z.literal('draft.autosaved'), ...revision, since: z.int().optional() }),
  z.object({ action: z.literal('draft.discarded') }),
  z.object({ action: z.literal('version.submitted'), ...revision }),
  z.object({ action: z.literal('version.taken back') }),
  z.object({ action: z.literal('version.returned'), ...revision, reason: z.string() }),
  z.object({ action: z.literal('review.claimed'), by: z.enum(['self', 'other']), to: z.string().nullable() }),
  z.object({ action: z.literal('comment.added'), field: z.string(), mustSettle: z.boolean() }),
  z.object({ action: z.literal('comment.answered'), field: z.string() }),
  z.object({ action: z.literal('comment.settled'), field: z.string() }),
  z.object({ action: z.literal('comment.reopened'), field: z.string() }),
  /** For whom, which revision, and the last day on which the link works. */
  z.object({ action: z.literal('preview.shared'), guest: z.string(), revision: z.int(), until: z.string() }),
  z.object({ action: z.literal('preview.revoked'), guest: z.string(), revision: z.int() }),
  z.object({ action: z.literal('version.approved'), ...revision }),
  z.object({
    action: z.literal('version.published'),
    ...revision,
    supersedes: z.int().nullable(),
    scheduledBy: z.string().optional(),
    emergency: z.string().optional(),
  }),
  z.object({ action: z.literal('version.approved afterwards'), ...revision }),
  z.object({ action: z.literal('schedule.made'), digest: z.string(), ...when }),
  z.object({ action: z.literal('schedule.cancelled'), deed: scheduled, ...when }),
  z.object({ action: z.literal('schedule.void'), deed: scheduled, ...when, reason: z.string() }),
  z.object({ action: z.literal('schedule.failed'), deed: scheduled, ...when, reason: z.string() }),
  z.object({ action: z.literal('schedule.retried'), deed: scheduled, ...when }),
  z.object({
    action: z.literal('withdrawal.requested'),
    reason: z.string(),
    localTime: z.string().optional(),
    zone: z.string().optional(),
  }),
  z.object({ action: z.literal('withdrawal.declined') }),
  z.object({ action: z.literal('withdrawal.scheduled'), reason: z.string(), ...when }),
  z.object({ action: z.literal('version.withdrawn'), reason: z.string(), scheduledBy: z.string().optional() }),
  z.object({ action: z.literal('law change.proposed'), act: z.string(), change: z.string() }),
  z.object({ action: z.literal('law change.confirmed'), act: z.string(), change: z.string(), impacts: z.int() }),
  z.object({ action: z.literal('law change.declined'), act: z.string(), change: z.string(), reason: z.string() }),
  z.object({ action: z.literal('law change.commenced'), act: z.string(), change: z.string(), began: z.boolean(), note: z.string() }),
  z.object({ action: z.literal('event.confirmed'), of: z.string(), event: z.string(), happened: z.boolean(), note: z.string() }),
  z.object({ action: z.literal('impact.opened'), act: z.string(), change: z.string() }),
  z.object({ action: z.literal('impact.assigned'), act: z.string(), change: z.string(), from: z.string(), to: z.string() }),
  z.object({ action: z.literal('impact.update started'), act: z.string(), change: z.string(), revision: z.int(), digest: z.string() }),
  z.object({ action: z.literal('impact.said not affected'), act: z.string(), change: z.string(), reason: z.string() }),
  z.object({ action: z.literal('impact.not affected'), act: z.string(), change: z.string(), reason: z.string() }),
  z.object({ action: z.literal('impact.reopened'), act: z.string(), change: z.string(), reason: z.string() }),
  z.object({ action: z.literal('release.scheduled'), act: z.string(), change: z.string(), measures: z.array(z.string()), ...when }),
  z.object({
    action: z.literal('release.published'),
    act: z.string(),
    change: z.string(),
    measures: z.array(z.string()),
    scheduledBy: z.string().optional(),
  }),
  z.object({ action: z.literal('version.verified'), digest: z.string(), checkedOn: z.string(), note: z.string() }),
  z.object({ action: z.literal('interval.set'), subPillar: z.string(), before: z.int(), after: z.int() }),
  z.object({ action: z.literal('act.registered'), act: z.string(), title: z.string() }),
  z.object({ action: z.literal('act.edited'), act: z.string(), before: fields, after: fields }),
  z.object({ action: z.literal('act.merged'), act: z.string(), into: z.string(), measures: z.int() }),
  z.object({
    action: z.literal('import.read'),
    subject: z.enum(['measures', 'acts']).default('measures'),
    fileName: z.string(),
    items: z.int(),
    problems: z.int(),
  }),
  z.object({ action: z.literal('import.acts chosen'), fileName: z.string(), choice: z.string(), bases: z.int() }),
  z.object({ action: z.literal('bulk.planned'), bulk: z.int(), deed: z.string(), items: z.int(), refused: z.int() }),
  z.object({ action: z.literal('bulk.begun'), bulk: z.int(), deed: z.string(), items: z.int() }),
  z.object({ action: z.literal('bulk.stopped'), bulk: z.int(), deed: z.string(), items: z.int() }),
  z.object({ action: z.literal('person.added'), email: z.string(), role: z.string(), economies: z.string().optional() }),
  z.object({ action: z.literal('person.renamed'), email: z.string(), before: z.string(), after: z.string() }),
  z.object({ action: z.literal('person.role changed'), email: z.string(), role: z.string(), before: z.string().optional() }),
  /** In words: `all economies`, or codes. */
  z.object({ action: z.literal('person.economies changed'), email: z.string(), before: z.string(), after: z.string() }),
  z.object({ action: z.literal('person.disabled'), email: z.string() }),
  z.object({ action: z.literal('person.enabled'), email: z.string() }),
  z.object({ action: z.literal('person.sessions ended'), email: z.string() }),
  z.object({ action: z.literal('person.password set'), email: z.string() }),
  z.object({ action: z.literal('person.own password set') }),
  z.object({ action: z.literal('person.signed out everywhere') }),
  z.object({ action: z.literal('notifications.changed'), changes: fields }),
])

export type AuditEvent = z.infer<typeof auditEvent>
