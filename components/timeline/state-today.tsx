// The state of an act or a practice today, in words, with the reason where the dates leave it open.
import type { Timeline } from '#lib/timeline/legal-event.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'
import { renderEvent } from '#lib/timeline/render-statement.ts'
import { stateOn } from '#lib/timeline/state.ts'

export function StateToday({ events, today }: { events: Timeline; today: string }) {
  const { state, possible, because } = stateOn(events, today)
  const words = state === 'unknown' ? `either ${possible.join(' or ')}` : state
  const ahead = events.find(({ date }) => boundsOf(date).first > today)
  return (
    <span className="text-muted">
      <span className="sr-only">On {renderDate(today)}: </span>
      <span className="font-semibold text-ink">{words.charAt(0).toUpperCase() + words.slice(1)}</span>
      {state === 'unknown' ? `. ${because}.` : ' today'}
      {ahead && state !== 'unknown' && `; ahead: ${renderEvent({ kind: ahead.kind, date: ahead.date })}`}
    </span>
  )
}
