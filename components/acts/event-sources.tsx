'use client'
// Where each event of an act is written: a title, an address, or both.
import { isDate } from '#components/timeline/partial-date-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ActFields } from '#lib/acts/schema.ts'
import { renderEvent } from '#lib/timeline/render-statement.ts'

type Events = ActFields['events']
type Props = { events: Events; dated: number; onChange: (events: Events) => void }

export function EventSources({ events, dated, onChange }: Props) {
  if (dated === 0) return null
  const change = (index: number, source: Partial<Events[number]>) =>
    onChange(events.map((event, at) => (at === index ? { ...event, ...source } : event)))
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">Where the events are written</legend>
      <ol className="grid gap-2">
        {events.map((event, index) => {
          if (!isDate(event.date)) return null
          const name = renderEvent(event)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a source is that of the event at its place, whatever the event says meanwhile
            <li key={index} className="grid items-center gap-2 sm:grid-cols-[14rem_minmax(0,1fr)_minmax(0,1fr)]">
              <span className="text-sm">{name}</span>
              <TextInput
                aria-label={`${name}: title of its source`}
                placeholder="Official Gazette No. 12"
                value={event.sourceTitle}
                onChange={({ target }) => change(index, { sourceTitle: target.value })}
              />
              <TextInput
                aria-label={`${name}: address of its source`}
                placeholder="https://"
                value={event.sourceUrl}
                onChange={({ target }) => change(index, { sourceUrl: target.value })}
              />
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
