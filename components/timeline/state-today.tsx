// The state of an act or a practice today, in words, with the reason where the dates leave it open.
import type { Timeline } from '#lib/timeline/legal-event.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'
import { renderEvent } from '#lib/timeline/render-statement.ts'
import { stateOn } from '#lib/timeline/state.ts'

/** `named` when `today` is another day than today. */
export function StateToday({ events, today, named = false }: { events: Timeline; today: string; named?: boolean }) {
  const { state, possible, because } = stateOn(events, today)
  const ahead = events.find(({ date }) => boundsOf(date).first > today)
  const enacted = state === 'not yet in force' && ahead?.kind === 'entry into force' ? enactedWords(events, ahead, today) : null
  if (enacted)
    return (
      <span className="text-muted">
        <span className="sr-only">On {renderDate(today)}: </span>
        <span className="font-semibold text-ink">{enacted}</span>
      </span>
    )
  const words = state === 'unknown' ? `either ${possible.join(' or ')}` : state
  return (
    <span className="text-muted">
      <span className="sr-only">On {renderDate(today)}: </span>
      <span className="font-semibold text-ink">{words.charAt(0).toUpperCase() + words.slice(1)}</span>
      {state === 'unknown' ? `. ${because}.` : named ? ` on ${renderDate(today)}` : ' today'}
      {ahead && state !== 'unknown' && `; ahead: ${renderEvent({ kind: ahead.kind, date: ahead.date })}`}
    </span>
  )
}

/** `Adopted, enters into force in March 2027`: what is enacted and has its day ahead. */
function enactedWords(events: Timeline, ahead: Timeline[number], today: string): string {
  const done = events.find(({ kind, date }) => (kind === 'adopted' || kind === 'signed') && boundsOf(date).last <= today)
  const begins = renderEvent({ kind: ahead.kind, date: ahead.date }).replace('entry into force', 'enters into force')
  return `${done ? (done.kind === 'adopted' ? 'Adopted' : 'Signed') : 'Not yet in force'}, ${begins}`
}
