// An audit entry as a sentence for people. It reads nothing.
import type { AuditEvent } from './entry.ts'

/** What the actor did, in words that follow their name: "approved revision 4 (digest 3f2a…)". */
export function describe(event: AuditEvent): string {
  switch (event.action) {
    case 'measure.created':
      return event.origin === 'import' ? 'imported the measure as a draft' : 'began the measure'
    case 'version.started':
      return `began a new version on top of version ${event.basedOnVersion}`
    case 'draft.saved':
      return `saved revision ${event.revision}`
    case 'draft.discarded':
      return 'discarded the draft'
    case 'version.submitted':
      return `submitted revision ${event.revision} for review`
    case 'version.taken back':
      return 'took the version back from review'
    case 'version.returned':
      return `returned revision ${event.revision}: “${event.reason}”`
    case 'version.approved':
      return `approved revision ${event.revision} (digest ${event.digest.slice(0, 12)}…)`
    case 'version.published':
      return event.supersedes === null ? 'published the version' : `published the version, which supersedes version ${event.supersedes}`
    case 'withdrawal.requested':
      return `asked for the withdrawal: “${event.reason}”`
    case 'withdrawal.declined':
      return 'declined the withdrawal'
    case 'version.withdrawn':
      return `confirmed the withdrawal: “${event.reason}”`
    case 'import.read':
      return `had ${event.fileName} read: ${event.items} measures, ${event.problems} problems`
    case 'person.added':
      return `added ${event.email} as ${event.role}`
    case 'person.role changed':
      return `made ${event.email} ${event.role}`
    case 'person.disabled':
      return `disabled ${event.email}`
    case 'person.password set':
      return `set a new password for ${event.email}`
    case 'person.signed out everywhere':
      return 'signed out everywhere'
  }
}
