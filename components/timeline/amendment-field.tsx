'use client'
// A new legal event of a law that exists already: the statement is rewritten before the eyes of the person, who then accepts it.
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { type LegalEvent, type LegalEventKind, labelOf } from '#lib/timeline/legal-event.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { recordAmendment } from '#lib/timeline/timeline.ts'
import { isDate, PartialDateField } from './partial-date-field.tsx'
import { StatementChange } from './statement-field.tsx'

const recordable = ['amended', 'replaced', 'repealed', 'expired', 'suspended'] as const satisfies readonly LegalEventKind[]
type Recordable = (typeof recordable)[number]

type Props = { timeline: readonly LegalEvent[]; onRecord: (events: LegalEvent[]) => void; onClose: () => void }

export function AmendmentField({ timeline, onRecord, onClose }: Props) {
  const id = useId()
  const [kind, setKind] = useState<Recordable>('amended')
  const [date, setDate] = useState('')
  const [asked, setAsked] = useState(false)
  const after = isDate(date) ? [...recordAmendment(timeline, date, kind)] : null
  const record = () => (after ? onRecord(after) : setAsked(true))
  return (
    <fieldset
      className="mt-2 border border-rule bg-paper p-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        record()
      }}
    >
      <legend className="px-1 text-sm font-semibold">Record an amendment</legend>
      <div className="grid gap-2 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
        <Select aria-label="What happened" value={kind} onChange={(event) => setKind(event.target.value as Recordable)}>
          {recordable.map((one) => (
            <option key={one} value={one}>
              {labelOf(one)}
            </option>
          ))}
        </Select>
        <PartialDateField
          id={`${id}-date`}
          label="When it happened"
          autoFocus
          placeholder="When: 2025, March 2025, 3 March 2025"
          value={date}
          issue={asked && !date ? 'Say when: a year, a month and year, or a day.' : undefined}
          onChange={setDate}
        />
      </div>
      <p role="status" className="mt-2 font-serif text-lg leading-snug">
        {after && <StatementChange before={renderStatement(timeline)} after={renderStatement(after)} />}
      </p>
      <div className="mt-2 flex gap-2">
        <Button small unavailable={!after} onClick={record}>
          Record
        </Button>
        <Button small variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}
