// What differs between two contents: structure as sentences (basis added, event added, coverage changed), prose word by word. It reads no data and no clock.
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { precisionOf, renderDate } from '#lib/timeline/partial-date.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { Basis, Content, Source } from './content.ts'
import { compareProse, type ProseRun } from './prose.ts'

export { compareProse, type ProseRun }

/** One difference. `sentence` says it in words ("Event added to “Law on Communications”: amended in 2025"); `field` groups them. */
export type Change = {
  field: 'subPillar' | 'bases' | 'description' | 'coverage' | 'sources'
  kind: 'added' | 'removed' | 'changed' | 'moved'
  sentence: string
  before?: string
  after?: string
  /** The event that was added or removed, and the title of its basis. */
  event?: { of: string; event: LegalEvent }
  /** Follows from other changes, which say the same: the statement, after its events. */
  follows?: true
}

/** `description` is the prose of both, run by run; `same` when nothing that readers see differs (the change note is not compared). */
export type Comparison = { changes: Change[]; description: ProseRun[]; same: boolean }

/** Compares two texts of one measure, the older first. `nameOfSubPillar` gives the name of a code. */
export function compareContents(before: Content, after: Content, nameOfSubPillar: (code: string) => string): Comparison {
  const changes = compareStructure(before, after, nameOfSubPillar)
  return { changes, description: compareProse(before.description, after.description), same: changes.length === 0 }
}

/** The changes alone; of prose only that it differs, so that many are compared in no time. */
export function compareStructure(before: Content, after: Content, nameOfSubPillar: (code: string) => string): Change[] {
  const changes: Change[] = []
  if (before.subPillar !== after.subPillar) {
    const place = (code: string) => (code === '' ? 'not placed' : `${code} ${nameOfSubPillar(code)}`)
    changes.push({
      field: 'subPillar',
      kind: 'changed',
      sentence: 'Moved in the taxonomy',
      before: place(before.subPillar),
      after: place(after.subPillar),
    })
  }
  changes.push(...compareBases(before.bases, after.bases))
  if (before.coverage !== after.coverage) {
    changes.push({ field: 'coverage', kind: 'changed', sentence: 'Coverage changed', before: before.coverage, after: after.coverage })
  }
  if (before.description !== after.description) changes.push({ field: 'description', kind: 'changed', sentence: 'Description changed' })
  changes.push(...compareSources(before.sources, after.sources))
  return changes
}

export const nameOf = (basis: Basis): string => (basis.title.trim() === '' ? `an untitled ${basis.kind}` : `“${basis.title.trim()}”`)

const kindNames: Record<Basis['kind'], string> = { act: 'Act', practice: 'Practice', absence: 'Absence', figure: 'Figure' }

function compareBases(before: readonly Basis[], after: readonly Basis[]): Change[] {
  const changes: Change[] = []
  const old = new Map(before.map((basis) => [basis.id, basis]))
  const kept = new Set(after.map((basis) => basis.id))
  for (const basis of before) {
    if (!kept.has(basis.id))
      changes.push({ field: 'bases', kind: 'removed', sentence: `${kindNames[basis.kind]} removed: ${nameOf(basis)}` })
  }
  for (const basis of after) {
    const was = old.get(basis.id)
    if (!was) {
      const statement = 'events' in basis && basis.events.length > 0 ? ` (${renderStatement(basis.events)})` : ''
      changes.push({ field: 'bases', kind: 'added', sentence: `${kindNames[basis.kind]} added: ${nameOf(basis)}${statement}` })
    } else changes.push(...compareBasis(was, basis))
  }
  const order = (bases: readonly Basis[], among: { has: (id: string) => boolean }) =>
    bases.filter(({ id }) => among.has(id)).map(({ id }) => id)
  if (order(before, kept).join() !== order(after, old).join())
    changes.push({ field: 'bases', kind: 'moved', sentence: 'The order of the bases changed' })
  return changes
}

function compareBasis(was: Basis, is: Basis): Change[] {
  const changes: Change[] = []
  const changed = (sentence: string, before: string, after: string) => {
    if (before !== after) changes.push({ field: 'bases', kind: 'changed', sentence, before, after })
  }
  changed('Title changed', was.title, is.title)
  changed(`Kind of ${nameOf(is)} changed`, kindNames[was.kind], kindNames[is.kind])
  if (was.kind === 'act' && is.kind === 'act') {
    changed(`Address of ${nameOf(is)} changed`, was.url, is.url)
    changed(`Act of the register that ${nameOf(is)} cites`, was.actRef ?? 'none', is.actRef ?? 'none')
  }
  if (was.kind === 'absence' && is.kind === 'absence')
    changed(`Type of absence of ${nameOf(is)} changed`, was.absence ?? 'not typed', is.absence ?? 'not typed')
  if (was.kind === 'figure' && is.kind === 'figure') {
    changed(`Figure of ${nameOf(is)} changed`, [was.value, was.unit, was.year].join(' '), [is.value, is.unit, is.year].join(' '))
  }
  changes.push(...compareEvents(nameOf(is), 'events' in was ? was.events : [], 'events' in is ? is.events : []))
  return changes
}

/** An event as the comparison tells it: `amended in September 2022 (last known)`. */
export function eventInWords({ kind, date, latest }: LegalEvent): string {
  const opening =
    kind === 'since'
      ? `since ${renderDate(date)}`
      : kind === 'enforcement'
        ? `enforcement from ${renderDate(date)}`
        : `${kind} ${precisionOf(date) === 'day' ? 'on' : 'in'} ${renderDate(date)}`
  return latest ? `${opening} (last known)` : opening
}

function compareEvents(name: string, before: readonly LegalEvent[], after: readonly LegalEvent[]): Change[] {
  const changes: Change[] = []
  const key = ({ kind, date }: LegalEvent) => `${kind} ${date}`
  const unmatched = new Map<string, LegalEvent[]>()
  for (const event of before) unmatched.set(key(event), [...(unmatched.get(key(event)) ?? []), event])
  for (const event of after) {
    const was = unmatched.get(key(event))?.shift()
    if (!was)
      changes.push({
        field: 'bases',
        kind: 'added',
        sentence: `Event added to ${name}: ${eventInWords(event)}`,
        event: { of: name, event },
      })
    // That a newer event is the last known now, the newer event says itself.
    else if (was.latest !== event.latest && !(was.latest && after.some(({ kind, latest }) => latest && kind === event.kind))) {
      const sentence = event.latest
        ? `Marked as the last known of ${name}: ${eventInWords({ ...event, latest: undefined })}`
        : `No longer the last known of ${name}: ${eventInWords(event)}`
      changes.push({ field: 'bases', kind: 'changed', sentence })
    }
  }
  for (const event of [...unmatched.values()].flat()) {
    changes.push({
      field: 'bases',
      kind: 'removed',
      sentence: `Event removed from ${name}: ${eventInWords(event)}`,
      event: { of: name, event },
    })
  }
  const [older, newer] = [renderStatement(before), renderStatement(after)]
  if (older !== newer && changes.length === 0)
    changes.push({ field: 'bases', kind: 'moved', sentence: `The order of the events of ${name} changed` })
  if (older !== newer)
    changes.push({ field: 'bases', kind: 'changed', sentence: `Statement of ${name}`, before: older, after: newer, follows: true })
  return changes
}

function compareSources(before: readonly Source[], after: readonly Source[]): Change[] {
  const changes: Change[] = []
  const text = ({ title, url }: Source) => [title, url].filter((part) => part !== '').join(', ')
  const old = new Map(before.map((source) => [source.id, source]))
  const kept = new Set(after.map(({ id }) => id))
  for (const source of before)
    if (!kept.has(source.id)) changes.push({ field: 'sources', kind: 'removed', sentence: `Source removed: ${text(source)}` })
  for (const source of after) {
    const was = old.get(source.id)
    if (!was) changes.push({ field: 'sources', kind: 'added', sentence: `Source added: ${text(source)}` })
    else if (text(was) !== text(source))
      changes.push({ field: 'sources', kind: 'changed', sentence: 'Source changed', before: text(was), after: text(source) })
  }
  return changes
}
