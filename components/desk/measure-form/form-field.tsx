'use client'
// Text fields of the form by their path: value, error and focus target come from the path alone.
import { get, useController, useFormContext, useFormState } from 'react-hook-form'
import { describedBy, Field } from '#components/ui/field.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import { type Draft, fieldId } from './fields.ts'

/** The paths of the plain texts in the form. */
export type TextPath =
  | 'coverage'
  | 'changeNote'
  | 'description'
  | `bases.${number}.${'title' | 'url' | 'value' | 'unit' | 'year'}`
  | `sources.${number}.${'title' | 'url'}`

type Props = {
  path: TextPath
  label: string
  hint?: string
  placeholder?: string
  /** Several lines: a title that may be long (`few`) or a text. */
  lines?: boolean | 'few'
  hideLabel?: boolean
  inputMode?: 'url' | 'decimal' | 'numeric'
  className?: string
}

export function FormField({ path, label, hint, placeholder, lines = false, hideLabel = false, inputMode, className }: Props) {
  const { field } = useController<Draft, TextPath>({ name: path })
  const error = useFieldError(path)
  const id = fieldId(path)
  const shared = {
    ...field,
    id,
    placeholder,
    inputMode,
    value: field.value ?? '',
    'aria-invalid': Boolean(error) || undefined,
    'aria-describedby': describedBy(id, { hint, error }),
  }
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className ?? ''}>
      {lines ? <TextArea {...shared} rows={1} short={lines === 'few'} /> : <TextInput {...shared} />}
    </Field>
  )
}

/** The message of a field, or undefined. */
export function useFieldError(path: string): string | undefined {
  const { control } = useFormContext<Draft>()
  const { errors } = useFormState({ control })
  const error: { message?: string; root?: { message?: string } } | undefined = get(errors, path)
  return error?.message ?? error?.root?.message
}
