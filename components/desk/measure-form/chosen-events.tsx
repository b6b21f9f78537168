'use client'
// Which events of a cited act the basis tells: all of them, or some with the reason, which is kept in the text.
import { useFormContext, useWatch } from 'react-hook-form'
import type { RegisterEntry } from '#components/acts/protocol.ts'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { renderEvent } from '#lib/timeline/render-statement.ts'
import { type Draft, fieldId } from './fields.ts'
import { toldOf } from './register.ts'

type ActBasis = Extract<Draft['bases'][number], { kind: 'act' }>

export function ChosenEvents({ index, act }: { index: number; act: RegisterEntry }) {
  const { control, setValue } = useFormContext<Draft>()
  const basis = useWatch({ control, name: `bases.${index}` }) as ActBasis
  const told = toldOf(act.events, basis.events ?? [])
  const id = fieldId(`bases.${index}.selection`)
  const chosen = told.length < act.events.length

  function tell(next: typeof told) {
    setValue(`bases.${index}.events`, next, { shouldDirty: true })
    if (next.length === act.events.length) setValue(`bases.${index}.selection`, undefined, { shouldDirty: true })
  }
  return (
    <details open={chosen || undefined}>
      <summary className="cursor-pointer text-sm text-muted">
        {chosen ? `Tells ${told.length} of the ${act.events.length} events of the act` : `Tells all ${act.events.length} events of the act`}
      </summary>
      <fieldset className="mt-2">
        <legend className="sr-only">
          Events of {act.ref} that basis {index + 1} tells
        </legend>
        <ul className="grid gap-1">
          {act.events.map((event) => (
            <li key={`${event.kind} ${event.date}`}>
              <label className="flex min-h-6 w-fit cursor-pointer items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={told.includes(event)}
                  onChange={({ target }) => tell(act.events.filter((one) => (one === event ? target.checked : told.includes(one))))}
                />
                {renderEvent(event)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {chosen && (
        <Field id={id} label="Why only these" hint="Kept with the text, for the reviewer and for whoever amends it." className="mt-2">
          <TextInput
            id={id}
            value={basis.selection ?? ''}
            maxLength={500}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setValue(`bases.${index}.selection`, target.value || undefined, { shouldDirty: true })}
          />
        </Field>
      )}
    </details>
  )
}
