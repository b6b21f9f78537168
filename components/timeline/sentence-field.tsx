'use client'
// A statement read from text: what was understood as events, what was not with its place marked. Nothing is replaced before the person accepts.
import { useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { StatementChange } from './statement-field.tsx'

type Reading = ReturnType<typeof parseStatement> & { of: string }
type Props = { statement: string; onEvents: (events: LegalEvent[]) => void; onAbsence: () => void; onClose: () => void }

export function SentenceField({ statement, onEvents, onAbsence, onClose }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<Reading | null>(null)

  function read() {
    const text = input.current?.value ?? ''
    const found = { ...parseStatement(text), of: text }
    if (found.timeline.length > 0 && found.problems.length === 0 && !statement) onEvents(found.timeline)
    else setReading(found)
  }

  return (
    <div className="mt-2 border border-rule bg-paper p-3">
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        Statement to read
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id={id}
          ref={input}
          autoFocus
          className="min-w-48 flex-1"
          placeholder="Since July 2004, as amended in 2016, last amended in September 2022"
          aria-describedby={`${id}-reading`}
          onChange={() => setReading(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              read()
            }
            if (event.key === 'Escape') onClose()
          }}
        />
        <Button onClick={read}>Read</Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <div id={`${id}-reading`} role="status">
        {reading && <Understood reading={reading} statement={statement} onEvents={onEvents} onAbsence={onAbsence} />}
      </div>
    </div>
  )
}

function Understood({
  reading,
  statement,
  onEvents,
  onAbsence,
}: { reading: Reading; statement: string } & Pick<Props, 'onEvents' | 'onAbsence'>) {
  const { timeline, absence, problems, of } = reading
  if (absence) {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <p>It says that there is nothing to cite: an absence.</p>
        <Button small onClick={onAbsence}>
          Make this basis an absence
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-2 grid gap-2">
      {problems.length > 0 && (
        <div>
          <p className="border-l-4 border-warn bg-surface px-2 py-1 font-serif">{marked(of, problems)}</p>
          <ul className="mt-1 list-disc pl-5 text-sm text-warn">
            {problems.map((problem) => (
              <li key={`${problem.start} ${problem.message}`}>{problem.message}</li>
            ))}
          </ul>
        </div>
      )}
      {timeline.length === 0 && <p>{of.trim() ? 'No event was understood; nothing has changed.' : 'There is nothing to read yet.'}</p>}
      {timeline.length > 0 && (
        <>
          <p className="text-sm text-muted">{statement ? 'What would change:' : 'What was understood:'}</p>
          <p className="font-serif text-lg leading-snug">
            <StatementChange before={statement} after={renderStatement(timeline)} />
          </p>
          <div>
            <Button small onClick={() => onEvents(timeline)}>
              {timeline.length === 1 ? 'Use this event' : `Use these ${timeline.length} events`}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** The text with the parts that were not understood marked in place. */
function marked(text: string, problems: Reading['problems']) {
  let at = 0
  const parts = problems.flatMap((problem) => {
    const before = text.slice(at, problem.start)
    at = problem.end
    return [
      <span key={`${problem.start}-`}>{before}</span>,
      <mark key={problem.start} className="bg-warn-wash text-warn underline decoration-wavy underline-offset-4">
        {text.slice(problem.start, problem.end)}
      </mark>,
    ]
  })
  return [...parts, <span key="end">{text.slice(at)}</span>]
}
