'use client'
// The timeline of one act or practice, built row by row, from a pasted sentence or by recording an amendment; the statement stands beside it. It saves nothing.
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { PlusIcon } from '#components/ui/icons.tsx'
import { UndoStrip } from '#components/ui/undo-strip.tsx'
import { labelOf } from '#lib/timeline/legal-event.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { timelineIssues } from '#lib/timeline/timeline.ts'
import { AmendmentField } from './amendment-field.tsx'
import { type EventDraft, EventField } from './event-field.tsx'
import { isDate } from './partial-date-field.tsx'
import { SentenceField } from './sentence-field.tsx'
import { datedEvents, StatementField } from './statement-field.tsx'

type Props = {
  id: string
  kind: 'act' | 'practice'
  events: readonly EventDraft[]
  onChange: (events: EventDraft[]) => void
  onAbsence: () => void
  error?: string | undefined
}

export function TimelineBuilder({ id, kind, events, onChange, onAbsence, error }: Props) {
  const announce = useAnnounce()
  const [keys, setKeys] = useState(() => events.map(newKey))
  const [open, setOpen] = useState<'sentence' | 'amendment' | null>(null)
  const [undo, setUndo] = useState<{ sentence: string; events: readonly EventDraft[]; after: string } | null>(null)
  const focusNext = useRef<string | null>(null)
  if (keys.length !== events.length) setKeys(events.map((_, index) => keys[index] ?? newKey()))

  useEffect(() => {
    if (!focusNext.current) return
    document.getElementById(focusNext.current)?.focus()
    focusNext.current = null
  })

  const dated = datedEvents(events)
  const issues = issuesByRow(events)
  const undoable = undo && undo.after === JSON.stringify(events) ? undo : null

  function replace(next: EventDraft[], sentence: string, nextKeys = next.map(newKey)) {
    setUndo({ sentence, events, after: JSON.stringify(next) })
    setKeys(nextKeys)
    setOpen(null)
    onChange(next)
    announce(`${sentence} ${renderStatement(datedEvents(next))}`)
  }

  function add() {
    setKeys([...keys, newKey()])
    onChange([...events, { kind: nextKind(kind, events), date: '' }])
    focusNext.current = `${id}-${events.length}-date`
  }

  function move(from: number, by: -1 | 1) {
    setKeys(swapped(keys, from, from + by))
    onChange(swapped(events, from, from + by))
    focusNext.current = `${id}-${from + by}-${by < 0 ? 'up' : 'down'}`
    announce(`The event is now number ${from + by + 1} of ${events.length}.`)
  }

  function remove(index: number) {
    const event = events[index]
    replace(
      events.toSpliced(index, 1),
      `Event ${index + 1} (${event ? labelOf(event.kind).toLowerCase() : ''}) removed.`,
      keys.toSpliced(index, 1),
    )
  }

  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-sm font-semibold">Timeline</legend>
      <StatementField events={events} />
      <FieldError id={id} error={error} />
      {events.length > 0 && (
        <ol aria-label="Events" className="mt-2 border-b border-rule">
          {events.map((event, index) => (
            <EventField
              key={keys[index]}
              id={`${id}-${index}`}
              number={index + 1}
              count={events.length}
              event={event}
              issue={issues.get(index)}
              onChange={(next) => onChange(events.with(index, next))}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      {undoable && (
        <UndoStrip
          sentence={undoable.sentence}
          onUndo={() => {
            setKeys(undoable.events.map(newKey))
            setUndo(null)
            onChange([...undoable.events])
            announce('Undone.')
            focusNext.current = `${id}-add`
          }}
          onDismiss={() => setUndo(null)}
        />
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button small id={`${id}-add`} onClick={add}>
          <PlusIcon /> Add an event
        </Button>
        {dated.length > 0 && (
          <Button small aria-expanded={open === 'amendment'} onClick={() => setOpen(open === 'amendment' ? null : 'amendment')}>
            Record an amendment
          </Button>
        )}
        <Button small variant="quiet" aria-expanded={open === 'sentence'} onClick={() => setOpen(open === 'sentence' ? null : 'sentence')}>
          Paste a statement
        </Button>
      </div>
      {open === 'sentence' && (
        <SentenceField
          statement={renderStatement(dated)}
          onEvents={(next) => replace(next, 'Timeline read from the statement.')}
          onAbsence={onAbsence}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'amendment' && (
        <AmendmentField
          timeline={dated}
          onRecord={(next) => replace([...next, ...undated(events)], 'Recorded.')}
          onClose={() => setOpen(null)}
        />
      )}
    </fieldset>
  )
}

let serial = 0
const newKey = () => ++serial
const undated = (events: readonly EventDraft[]) => events.filter((event) => !isDate(event.date))

function swapped<T>(rows: readonly T[], a: number, b: number): T[] {
  return rows.map((row, index) => (index === a ? (rows[b] as T) : index === b ? (rows[a] as T) : row))
}

/** What to offer first: an act begins and is then amended, a practice is reported. */
function nextKind(kind: Props['kind'], events: readonly EventDraft[]): EventDraft['kind'] {
  if (kind === 'practice') return 'reported'
  return events.length === 0 ? 'since' : 'amended'
}

/** Issues of the dated events, at the rows that they stand in. */
function issuesByRow(events: readonly EventDraft[]): Map<number, string> {
  const rows = events.flatMap((event, row) => (isDate(event.date) ? [row] : []))
  return new Map(timelineIssues(datedEvents(events)).map((issue) => [rows[issue.index] ?? 0, issue.message]))
}
