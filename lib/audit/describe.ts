// An audit entry as a sentence for people. It reads nothing.
import { renderDate } from '#lib/timeline/partial-date.ts'
import type { AuditEvent } from './entry.ts'

/** What the actor did, in words that follow their name: "approved revision 4 (digest 3f2a…)". */
export function describe(event: AuditEvent): string {
  switch (event.action) {
    case 'measure.created':
      return event.origin === 'import' ? 'imported the measure as a draft' : 'began the measure'
    case 'version.started':
      return `began a new version on top of version ${event.basedOnVersion}`
    case 'version.assigned':
      return `gave the version to ${event.to}, from ${event.from}`
    case 'measure.moved':
      return `moved the measure from ${event.from || 'no sub-pillar'} to ${event.to} in revision ${event.revision}`
    case 'draft.saved':
      return `saved revision ${event.revision}`
    case 'revision.restored':
      return `brought back the text of revision ${event.fromVersion}.${event.fromRevision} as revision ${event.revision}`
    case 'draft.autosaved':
      return event.since === undefined ? `autosaved revision ${event.revision}` : `autosaved revisions ${event.since} to ${event.revision}`
    case 'draft.discarded':
      return 'discarded the draft'
    case 'version.submitted':
      return `submitted revision ${event.revision} for review`
    case 'version.taken back':
      return 'took the version back from review'
    case 'version.returned':
      return `returned revision ${event.revision}: “${event.reason}”`
    case 'review.claimed':
      if (event.to === null) return 'let the review go'
      return event.by === 'self' ? 'took the review' : `handed the review over to ${event.to}`
    case 'comment.added':
      return `commented on ${event.field.toLowerCase()}${event.mustSettle ? ', to be settled before the approval' : ''}`
    case 'comment.answered':
      return `answered a comment on ${event.field.toLowerCase()}`
    case 'comment.settled':
      return `settled a comment on ${event.field.toLowerCase()}`
    case 'comment.reopened':
      return `opened a comment on ${event.field.toLowerCase()} again`
    case 'preview.shared':
      return `made a preview link to revision ${event.revision} for ${event.guest}, until ${renderDate(event.until)}`
    case 'preview.revoked':
      return `revoked the preview link to revision ${event.revision} for ${event.guest}`
    case 'version.approved':
      return `approved revision ${event.revision} (digest ${event.digest.slice(0, 12)}…)`
    case 'version.approved afterwards':
      return `approved revision ${event.revision} (digest ${event.digest.slice(0, 12)}…), which was published in an emergency`
    case 'version.published':
      return `published the version${event.emergency === undefined ? '' : ` in an emergency, approved by nobody else: “${event.emergency}”`}${event.supersedes === null ? '' : `, which supersedes version ${event.supersedes}`}${asScheduled(event)}`
    case 'schedule.made':
      return `scheduled the publication for ${timeOf(event)} (digest ${event.digest.slice(0, 12)}…)`
    case 'schedule.cancelled':
      return `cancelled the ${planned[event.deed]} of ${timeOf(event)}`
    case 'schedule.void':
      return `made the ${planned[event.deed]} of ${timeOf(event)} void: ${event.reason}`
    case 'schedule.failed':
      return `could not do the ${planned[event.deed]} of ${timeOf(event)}: ${event.reason}`
    case 'schedule.retried':
      return `had the ${planned[event.deed]} of ${timeOf(event)} tried again`
    case 'withdrawal.requested':
      return `asked for the withdrawal${event.localTime && event.zone ? ` on ${timeOf({ localTime: event.localTime, zone: event.zone })}` : ''}: “${event.reason}”`
    case 'withdrawal.scheduled':
      return `confirmed the withdrawal on ${timeOf(event)}: “${event.reason}”`
    case 'withdrawal.declined':
      return 'declined the withdrawal'
    case 'version.withdrawn':
      return `${event.scheduledBy === undefined ? 'confirmed the withdrawal' : 'withdrew the version'}: “${event.reason}”${asScheduled(event)}`
    case 'law change.proposed':
      return `proposed a law change of ${event.act}: ${event.change}`
    case 'law change.confirmed':
      return `confirmed a law change of ${event.act}: ${event.change}, with ${event.impacts} ${event.impacts === 1 ? 'impact' : 'impacts'}`
    case 'law change.declined':
      return `declined a law change of ${event.act}: ${event.change}: “${event.reason}”`
    case 'law change.commenced':
      return event.began
        ? `confirmed that a law change of ${event.act} began: ${event.change}`
        : `recorded that a law change of ${event.act} did not begin: ${event.change}: “${event.note}”`
    case 'event.confirmed':
      return event.happened
        ? `confirmed that it happened: ${event.event}, ${event.of}`
        : `recorded that it did not happen: ${event.event}, ${event.of}: “${event.note}”`
    case 'impact.opened':
      return `published a text that does not tell a confirmed law change of ${event.act}: ${event.change}; it has to be looked at`
    case 'impact.assigned':
      return `gave the impact of a law change of ${event.act} to ${event.to}, from ${event.from}: ${event.change}`
    case 'impact.update started':
      return `rewrote the timeline for a law change of ${event.act}: ${event.change}, in revision ${event.revision}`
    case 'impact.said not affected':
      return `said that a law change of ${event.act} does not affect the measure: “${event.reason}”`
    case 'impact.not affected':
      return `checked that a law change of ${event.act} does not affect the measure: “${event.reason}”`
    case 'impact.reopened':
      return `reopened the impact of a law change of ${event.act}: “${event.reason}”`
    case 'release.scheduled':
      return `scheduled ${event.measures.length} measures as one release for ${timeOf(event)}, for a law change of ${event.act}: ${event.change}`
    case 'release.published':
      return `published ${event.measures.length} measures as one release, for a law change of ${event.act}: ${event.change}${asScheduled(event)}`
    case 'version.verified':
      return `checked the text against its sources on ${renderDate(event.checkedOn)}${event.note === '' ? '' : `: “${event.note}”`}`
    case 'interval.set':
      return `had the texts of sub-pillar ${event.subPillar} checked every ${event.after} months, instead of every ${event.before}`
    case 'act.registered':
      return `entered ${event.act} into the register: ${event.title}`
    case 'act.edited':
      return `changed ${Object.keys(event.after).join(', ')} of ${event.act}`
    case 'act.merged':
      return `merged ${event.act} into ${event.into}, with the citations of ${event.measures} ${event.measures === 1 ? 'measure' : 'measures'}`
    case 'import.read':
      return `had ${event.fileName} read: ${event.items} ${event.subject}, ${event.problems} problems`
    case 'import.acts chosen':
      return `chose ${event.choice} for ${event.bases} ${event.bases === 1 ? 'basis' : 'bases'} of ${event.fileName}`
    case 'bulk.planned':
      return `planned to ${event.deed} ${measures(event.items)}, of which ${event.refused} cannot be: bulk ${event.bulk}`
    case 'bulk.begun':
      return `began to ${event.deed} ${measures(event.items)}: bulk ${event.bulk}`
    case 'bulk.stopped':
      return `stopped bulk ${event.bulk}, with ${measures(event.items)} left`
    case 'person.added':
      return `added ${event.email} as ${event.role}${event.economies === undefined ? '' : ` of ${event.economies}`}`
    case 'person.renamed':
      return `renamed ${event.email} from ${event.before} to ${event.after}`
    case 'person.role changed':
      return `made ${event.email} ${event.role}${event.before === undefined ? '' : `, instead of ${event.before}`}`
    case 'person.economies changed':
      return `gave ${event.email} ${event.after}, instead of ${event.before}`
    case 'person.disabled':
      return `disabled ${event.email}`
    case 'person.enabled':
      return `enabled ${event.email} again`
    case 'person.sessions ended':
      return `ended all sessions of ${event.email}`
    case 'person.own password set':
      return 'changed their password'
    case 'person.password set':
      return `set a new password for ${event.email}`
    case 'person.signed out everywhere':
      return 'signed out everywhere'
    case 'notifications.changed':
      return `chose how to be told: ${Object.entries(event.changes)
        .map(([what, how]) => `${what} ${how}`)
        .join(', ')}`
  }
}

const measures = (count: number) => `${count} ${count === 1 ? 'measure' : 'measures'}`
const planned = { publish: 'publication', withdraw: 'withdrawal' }
const timeOf = ({ localTime, zone }: { localTime: string; zone: string }) => `${localTime.replace('T', ' ')} (${zone})`
const asScheduled = ({ scheduledBy }: { scheduledBy?: string | undefined }) =>
  scheduledBy === undefined ? '' : `, as ${scheduledBy} had scheduled`
