'use client'
// The statement as it stands, generated from the events; it can be read and copied, never typed.
import { ProseRuns } from '#components/measures/prose-runs.tsx'
import { compareProse } from '#lib/measures/compare.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { EventDraft } from './event-field.tsx'
import { isDate } from './partial-date-field.tsx'

/** The events that have a date, in the shape of a timeline. */
export function datedEvents(events: readonly EventDraft[]): LegalEvent[] {
  return events.filter((event) => isDate(event.date)).map(({ kind, date, latest }) => (latest ? { kind, date, latest } : { kind, date }))
}

export function StatementField({ events }: { events: readonly EventDraft[] }) {
  const dated = datedEvents(events)
  const undated = events.length - dated.length
  return (
    <div className="border-l-4 border-accent bg-sunken px-3 py-2">
      <p className="text-xs font-semibold tracking-wide text-muted">Statement</p>
      <output aria-live="polite" className="block font-serif text-lg leading-snug">
        {dated.length > 0 ? renderStatement(dated) : <span className="text-muted">No dated event yet</span>}
      </output>
      {undated > 0 && (
        <p className="mt-1 text-sm text-warn">
          {undated === 1 ? 'One event has' : `${undated} events have`} no date that can be read, and {undated === 1 ? 'is' : 'are'} left
          out.
        </p>
      )}
    </div>
  )
}

/** What a change does to the statement, word by word. */
export function StatementChange({ before, after }: { before: string; after: string }) {
  return <ProseRuns runs={compareProse(before, after)} />
}
