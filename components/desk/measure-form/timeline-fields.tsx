'use client'
// What an act and a practice have: their timeline, and the address of the act's text.
import { useController } from 'react-hook-form'
import { TimelineBuilder } from '#components/timeline/timeline-builder.tsx'
import { type Draft, fieldId } from './fields.ts'
import { FormField, useFieldError } from './form-field.tsx'

type Props = { index: number; kind: 'act' | 'practice'; onAbsence: () => void }

export function TimelineFields({ index, kind, onAbsence }: Props) {
  const path = `bases.${index}.events` as const
  const { field } = useController<Draft, `bases.${number}.events`>({ name: path })
  return (
    <>
      {kind === 'act' && <FormField path={`bases.${index}.url`} label="Address of the text" placeholder="https://" inputMode="url" />}
      <TimelineBuilder
        id={fieldId(path)}
        kind={kind}
        events={field.value ?? []}
        onChange={field.onChange}
        onAbsence={onAbsence}
        error={useFieldError(path)}
      />
    </>
  )
}
