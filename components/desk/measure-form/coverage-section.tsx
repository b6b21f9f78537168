'use client'
// What the measure covers: free text, with what other measures say offered as one types.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useController } from 'react-hook-form'
import { describedBy, Field } from '#components/ui/field.tsx'
import { inputClass } from '#components/ui/text-input.tsx'
import { type Draft, fieldId } from './fields.ts'
import { useFieldError } from './form-field.tsx'
import { emptyClass, itemClass, popupClass } from './popup.ts'
import { Section } from './section.tsx'

const hint = '“Horizontal” when it applies to everything; otherwise the goods, services or sectors.'

export function CoverageSection({ suggestions }: { suggestions: string[] }) {
  const { field } = useController<Draft, 'coverage'>({ name: 'coverage' })
  const error = useFieldError('coverage')
  const id = fieldId('coverage')
  return (
    <Section id="coverage" title="Coverage" hint={hint}>
      <Autocomplete.Root items={suggestions} value={field.value} onValueChange={field.onChange} openOnInputClick limit={40}>
        <Field id={id} label="Coverage" hideLabel hint={hint} error={error}>
          <Autocomplete.Input
            id={id}
            className={`${inputClass} min-h-10`}
            placeholder="Horizontal"
            aria-invalid={Boolean(error) || undefined}
            aria-describedby={describedBy(id, { hint, error })}
            onBlur={field.onBlur}
          />
        </Field>
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} className="z-30">
            <Autocomplete.Popup className={popupClass}>
              <Autocomplete.Empty className={emptyClass}>New words: no other measure says this.</Autocomplete.Empty>
              <Autocomplete.List>
                {(suggestion: string) => (
                  <Autocomplete.Item key={suggestion} value={suggestion} className={itemClass}>
                    {suggestion}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </Section>
  )
}
