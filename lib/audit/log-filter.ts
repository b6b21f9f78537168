// What the log of the desk is asked, as it stands in an address. It reads no data; what it does not understand it takes as not asked.
import type { Query } from '#lib/system/query.ts'
import { auditEvent } from './entry.ts'

/** The kinds of deed that the log is narrowed by, in the order of the choice. */
export const logTopics = ['drafts', 'review', 'publication', 'law changes', 'verification', 'acts', 'imports', 'people'] as const
export type LogTopic = (typeof logTopics)[number]

/** `before` and `after` are ids of entries: a page goes on from the entry that another ended with. Days are UTC and inclusive. */
export type LogFilter = {
  personId?: number
  economy?: string
  ref?: string
  topic?: LogTopic
  from?: string
  to?: string
  before?: number
  after?: number
}

const topicOf: Record<string, LogTopic> = {
  measure: 'drafts',
  draft: 'drafts',
  revision: 'drafts',
  bulk: 'drafts',
  withdrawal: 'publication',
  release: 'publication',
  schedule: 'publication',
  'law change': 'law changes',
  impact: 'law changes',
  event: 'law changes',
  interval: 'verification',
  act: 'acts',
  import: 'imports',
  person: 'people',
  notifications: 'people',
}
const published = ['version.published', 'version.withdrawn']
const exceptions: Record<string, LogTopic> = {
  'version.started': 'drafts',
  'version.assigned': 'drafts',
  'version.verified': 'verification',
}

/** The topic under which an action is found. */
export function topicOfAction(action: string): LogTopic {
  if (published.includes(action)) return 'publication'
  return exceptions[action] ?? topicOf[action.split('.')[0] ?? ''] ?? 'review'
}

/** Every action there is, by the audit event's own list. */
export const auditActions: readonly string[] = auditEvent.options.map((option) => option.shape.action.value)

/** The actions of a topic. */
export const actionsOf = (topic: LogTopic): string[] => auditActions.filter((action) => topicOfAction(action) === topic)

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
const isEntry = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text)

/** The filter of an address, and the same as texts for the form and the links to further pages. */
export function logFilterOf(address: Query): { filter: LogFilter; asked: Record<string, string> } {
  const text = (name: string) => {
    const value = address[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const topic = logTopics.find((one) => one === text('topic'))
  const ref = text('measure').toUpperCase()
  const filter: LogFilter = {
    ...(isEntry(text('person')) ? { personId: Number(text('person')) } : {}),
    ...(/^[A-Z]{2}$/.test(text('economy')) ? { economy: text('economy') } : {}),
    ...(/^[A-Z]{2}-\d{4,6}$/.test(ref) ? { ref } : {}),
    ...(topic ? { topic } : {}),
    ...(isDay(text('from')) ? { from: text('from') } : {}),
    ...(isDay(text('to')) ? { to: text('to') } : {}),
    ...(isEntry(text('before')) ? { before: Number(text('before')) } : isEntry(text('after')) ? { after: Number(text('after')) } : {}),
  }
  const { personId, ref: measure, economy, from, to } = filter
  const given = { person: personId === undefined ? '' : String(personId), economy, measure, topic, from, to }
  const asked = Object.fromEntries(Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ''))
  return { filter, asked }
}

/** The address of a page of the log, or of its export; what is not asked is not in it. */
export function logAddress(path: string, asked: Record<string, string>): string {
  const query = new URLSearchParams(asked)
  return query.size === 0 ? path : `${path}?${query}`
}
