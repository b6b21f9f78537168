// What differs between an act as it stands and as somebody wants it, by field and as words. It reads no data.
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { ActEvent } from './act.ts'
import type { ActFields } from './schema.ts'

const textFields = ['economy', 'union', 'title', 'originalTitle', 'originalLanguage', 'number', 'kind', 'issuer', 'url', 'eli'] as const

const inWords = (events: readonly ActEvent[]): string => {
  const sources = events.flatMap(({ date, sourceTitle, sourceUrl }) =>
    sourceTitle + sourceUrl === '' ? [] : [`${date}: ${[sourceTitle, sourceUrl].filter(Boolean).join(' ')}`],
  )
  return [renderStatement(events), ...sources].join('; ')
}
const exactly = (events: readonly ActEvent[]): string =>
  JSON.stringify(events.map(({ kind, date, latest, sourceTitle, sourceUrl }) => [kind, date, latest === true, sourceTitle, sourceUrl]))

/** The fields that differ, each with its words before and after; both empty when nothing does. */
export function changesOf(act: ActFields, next: ActFields): { before: Record<string, string>; after: Record<string, string> } {
  const changed = textFields.filter((field) => act[field] !== next[field])
  const before: Record<string, string> = Object.fromEntries(changed.map((field) => [field, act[field]]))
  const after: Record<string, string> = Object.fromEntries(changed.map((field) => [field, next[field]]))
  if (exactly(act.events) === exactly(next.events)) return { before, after }
  return { before: { ...before, events: inWords(act.events) }, after: { ...after, events: inWords(next.events) } }
}

/** The events that one act tells and the other does not: what would be lost from sight when the first is merged into the second. */
export const eventsMissing = (from: readonly ActEvent[], into: readonly ActEvent[]): ActEvent[] =>
  from.filter((event) => !into.some(({ kind, date }) => kind === event.kind && date === event.date))

type Dated = { kind: string; date: string }
type Sourced = { sourceTitle: string; sourceUrl: string }

/** Events while they are edited, each with the source that it had: by what it says, or by its place when only its words changed. */
export function withSources<E extends Dated>(next: readonly E[], before: readonly (Dated & Sourced)[]): (E & Sourced)[] {
  const same = (a: Dated, b: Dated) => a.kind === b.kind && a.date === b.date
  return next.map((event, index) => {
    const there = before[index]
    const changed = next.length === before.length && there && !next.some((one) => same(one, there)) ? there : undefined
    const { sourceTitle = '', sourceUrl = '' } = before.find((one) => same(one, event)) ?? changed ?? {}
    return { ...event, sourceTitle, sourceUrl }
  })
}
