'use client'
// One event of a timeline as a row: kind, date, whether it is the last one known, and its place among the others.
import { IconButton } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { CrossIcon, DownIcon, UpIcon } from '#components/ui/icons.tsx'
import { Select } from '#components/ui/select.tsx'
import { isRepeatable, type LegalEventKind, labelOf, legalEventKinds, meaningOf } from '#lib/timeline/legal-event.ts'
import { PartialDateField } from './partial-date-field.tsx'

/** An event while it is edited: `date` may be text that is no date yet. */
export type EventDraft = { kind: LegalEventKind; date: string; latest?: true | undefined }

type Props = {
  id: string
  number: number
  count: number
  event: EventDraft
  issue?: string | undefined
  onChange: (event: EventDraft) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

export function EventField({ id, number, count, event, issue, onChange, onMove, onRemove }: Props) {
  const name = `Event ${number}`
  const marks = isRepeatable(event.kind) || event.latest === true
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1.5 border-t border-rule py-2 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <Select
        aria-label={`${name}: kind`}
        title={meaningOf(event.kind)}
        className="col-span-2 sm:col-span-1"
        value={event.kind}
        onChange={(change) => onChange(withKind(event, change.target.value as LegalEventKind))}
      >
        {legalEventKinds.map((kind) => (
          <option key={kind} value={kind}>
            {labelOf(kind)}
          </option>
        ))}
      </Select>
      <div className="grid min-w-0 items-start gap-x-3 gap-y-1 xl:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]">
        <PartialDateField
          id={`${id}-date`}
          label={`${name}: date`}
          value={event.date}
          issue={issue}
          onChange={(date) => onChange({ ...event, date })}
        />
        <label className={cx('flex min-h-6 w-fit cursor-pointer items-center gap-2 text-sm text-muted xl:min-h-9', !marks && 'hidden')}>
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={event.latest === true}
            onChange={(change) => onChange({ kind: event.kind, date: event.date, ...(change.target.checked ? { latest: true } : {}) })}
          />
          last known; others may be unlisted<span className="sr-only"> ({name})</span>
        </label>
      </div>
      <div className="flex sm:pt-1">
        <IconButton id={`${id}-up`} label={`Move event ${number} up`} unavailable={number === 1} onClick={() => number > 1 && onMove(-1)}>
          <UpIcon />
        </IconButton>
        <IconButton
          id={`${id}-down`}
          label={`Move event ${number} down`}
          unavailable={number === count}
          onClick={() => number < count && onMove(1)}
        >
          <DownIcon />
        </IconButton>
        <IconButton label={`Remove event ${number}`} onClick={onRemove}>
          <CrossIcon />
        </IconButton>
      </div>
    </li>
  )
}

function withKind(event: EventDraft, kind: LegalEventKind): EventDraft {
  return { kind, date: event.date, ...(event.latest && isRepeatable(kind) ? { latest: true } : {}) }
}
