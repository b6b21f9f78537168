'use client'
// A choice of one where each possibility needs a sentence of explanation: radio buttons in a named group.
import { useId } from 'react'
import { cx } from './cx.ts'
import { FieldError } from './field.tsx'

type Choice<T extends string> = { value: T; label: string; explanation: string }
type Props<T extends string> = {
  id: string
  legend: string
  choices: readonly Choice<T>[]
  value: T | null
  error?: string | undefined
  onChange: (value: T) => void
  className?: string
}

export function Choices<T extends string>({ id, legend, choices, value, error, onChange, className }: Props<T>) {
  const name = useId()
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      <div className={cx('grid gap-1', className)}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-9 cursor-pointer items-baseline gap-2.5 rounded-sm border border-rule px-3 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-sunken"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
            />
            <span>
              <span className="font-medium first-letter:uppercase">{choice.label}</span>{' '}
              <span className="text-sm text-muted">{choice.explanation}</span>
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
