// The timeline: the legal events of one basis in the order in which the statement tells them. No function here loses, changes or re-dates an event.
import { isRepeatable, type LegalEvent, type LegalEventKind, legalEventKinds, type Timeline } from './legal-event.ts'
import { certainlyBefore, compareDates, type PartialDate } from './partial-date.ts'
import { renderEvent } from './render-statement.ts'

/**
 * The timeline with one more event, placed by its date: after everything that is not later. Marks stay as they are. An event of the same
 * kind and date is the same event: recording it twice returns the timeline as it was.
 */
export function addEvent(timeline: Timeline, event: LegalEvent): LegalEvent[] {
  if (timeline.some((one) => isSame(one, event))) return [...timeline]
  const at = timeline.findLastIndex((one) => compareEvents(one, event) <= 0) + 1
  return timeline.toSpliced(at, 0, event)
}

/**
 * The timeline after a law change of a kind that can happen again. The newest of its kind is marked latest; the one that was the latest
 * loses its mark and joins the others: `as amended in 2016, last amended in September 2022` and 2025 give
 * `as amended in 2016, September 2022, last amended in 2025`. A date earlier than one of its kind joins them in order and takes no mark.
 * A kind that happens once (such as repealed) is never marked. Recording the same kind and date twice changes nothing.
 */
export function recordAmendment(timeline: Timeline, date: PartialDate, kind: LegalEventKind = 'amended'): LegalEvent[] {
  const event: LegalEvent = { kind, date }
  if (!isRepeatable(kind) || timeline.some((one) => isSame(one, event))) return addEvent(timeline, event)
  if (timeline.every((one) => one.kind !== kind || compareEvents(one, event) < 0))
    return addEvent(unmarked(timeline, kind), { ...event, latest: true })

  const group = timeline.findLastIndex((one) => one.kind === kind && !one.latest && compareEvents(one, event) < 0)
  const next = timeline.findIndex((one) => one.kind === kind && compareEvents(one, event) > 0)
  return timeline.toSpliced(group >= 0 ? group + 1 : next, 0, event)
}

/** An order of events, or a mark, that cannot be right; `index` is the event that it is said of. The message is a sentence for an editor. */
export type TimelineIssue = { index: number; message: string }

/** What cannot be right in a timeline, whichever days its partial dates mean; [] when nothing is certainly wrong. In order of the events. */
export function timelineIssues(timeline: Timeline): TimelineIssue[] {
  return timeline.flatMap((event, index) => {
    const earlier = timeline.slice(0, index)
    return [
      repetition(event, earlier),
      secondOpening(event, earlier),
      beforeOpening(event, timeline),
      afterEnd(event, timeline),
      markOnEarlier(event, index, timeline),
    ].flatMap((message) => (message === null ? [] : [{ index, message }]))
  })
}

const beginnings: readonly LegalEventKind[] = ['since', 'adopted', 'signed', 'entry into force']
const endings: readonly LegalEventKind[] = ['repealed', 'expired']
const needOpening: readonly LegalEventKind[] = ['entry into force', 'enforcement', 'amended', 'replaced', 'suspended', ...endings]
const needLife: readonly LegalEventKind[] = ['enforcement', 'amended', 'replaced', 'suspended', ...endings]

function repetition(event: LegalEvent, earlier: Timeline): string | null {
  return earlier.some((one) => isSame(one, event)) ? `“${renderEvent(event)}” is told twice. Remove one of them.` : null
}

function secondOpening(event: LegalEvent, earlier: Timeline): string | null {
  if (event.kind !== 'since' && event.kind !== 'adopted') return null
  const other = earlier.find((one) => one.kind === event.kind && !isSame(one, event))
  if (!other) return null
  return `There are two beginnings, “${renderEvent(other)}” and “${renderEvent(event)}”. Keep one, or say which is the entry into force.`
}

function beforeOpening(event: LegalEvent, timeline: Timeline): string | null {
  if (!needOpening.includes(event.kind)) return null
  const openings = timeline.filter(({ kind }) => kind === 'since' || kind === 'adopted')
  const first = openings.toSorted(compareEvents)[0]
  if (!first || first.latest || !openings.every((opening) => certainlyBefore(event.date, opening.date))) return null
  return `“${renderEvent(event)}” cannot be before the beginning, “${renderEvent(first)}”. Check the two dates.`
}

function afterEnd(event: LegalEvent, timeline: Timeline): string | null {
  if (!needLife.includes(event.kind)) return null
  const end = timeline.find((one) => endings.includes(one.kind) && certainlyBefore(one.date, event.date))
  const revived = timeline.some((one) => end && beginnings.includes(one.kind) && !certainlyBefore(one.date, end.date) && one !== end)
  if (!end || revived) return null
  return `“${renderEvent(event)}” cannot be after the end, “${renderEvent(end)}”. Check the two dates.`
}

function markOnEarlier(event: LegalEvent, index: number, timeline: Timeline): string | null {
  if (!event.latest) return null
  const later = timeline.find(
    (one, at) => one.kind === event.kind && at !== index && (compareDates(one.date, event.date) || at - index) > 0,
  )
  return later ? `It says “${renderEvent(event)}”, but there is a later one, “${renderEvent(later)}”. Move the mark to the latest.` : null
}

function unmarked(timeline: Timeline, kind: LegalEventKind): LegalEvent[] {
  const joining = timeline.filter((one) => one.kind === kind && one.latest)
  const group = timeline.findLastIndex((one) => one.kind === kind && !one.latest)
  const bare = joining.map(({ kind, date }): LegalEvent => ({ kind, date }))
  if (group < 0) return timeline.map((one) => (joining.includes(one) ? { kind: one.kind, date: one.date } : one))
  const rest = (one: LegalEvent) => !joining.includes(one)
  return [...timeline.slice(0, group + 1).filter(rest), ...bare, ...timeline.slice(group + 1).filter(rest)]
}

function compareEvents(a: LegalEvent, b: LegalEvent): number {
  return compareDates(a.date, b.date) || legalEventKinds.indexOf(a.kind) - legalEventKinds.indexOf(b.kind)
}

function isSame(a: LegalEvent, b: LegalEvent): boolean {
  return a.kind === b.kind && a.date === b.date
}
