'use client'
// A date typed the way people type dates. What is understood is shown beside it; what is not stays as it was typed, with the reason.
import { useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { TextInput } from '#components/ui/text-input.tsx'
import { parseDateText, partialDate, renderDate } from '#lib/timeline/partial-date.ts'

/** Whether the text is a partial date, so that statements can be made with it. */
export const isDate = (text: string) => partialDate.safeParse(text).success

type Props = {
  id: string
  label: string
  /** EDTF, or what was typed when it is no date. */
  value: string
  onChange: (value: string) => void
  issue?: string | undefined
  placeholder?: string
  autoFocus?: boolean
}

export function PartialDateField({ id, label, value, onChange, issue, autoFocus = false, placeholder = 'Year, month or day' }: Props) {
  const [text, setText] = useState(() => shown(value))
  const [known, setKnown] = useState(value)
  const [left, setLeft] = useState(value !== '')
  if (value !== known) {
    setKnown(value)
    setText(shown(value))
  }
  const understood = isDate(value) ? renderDate(value) : null
  const wrong = left && text.trim() !== '' && !understood
  const error = wrong ? notUnderstood(text) : issue

  function type(next: string) {
    const date = parseDateText(next) ?? next.trim()
    setText(next)
    setKnown(date)
    onChange(date)
  }

  return (
    <div className="min-w-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <TextInput
        id={id}
        value={text}
        placeholder={placeholder}
        autoFocus={autoFocus}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={cx(`${id}-reading`, error && `${id}-error`)}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
      />
      <p id={`${id}-reading`} className={cx('text-sm text-muted', understood && understood !== text.trim() ? 'mt-0.5' : 'sr-only')}>
        {understood ? `= ${understood}` : 'A year, a month and year, or a day.'}
      </p>
      {error && (
        <p id={`${id}-error`} className="mt-0.5 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

const shown = (value: string) => (isDate(value) ? renderDate(value) : value)

function notUnderstood(text: string): string {
  const typed = text.trim().length > 40 ? `${text.trim().slice(0, 40)}…` : text.trim()
  if (/^\d{1,2}([./-])\d{1,2}\1\d{4}$/.test(typed)) return `“${typed}” can be read as two days: write the month as a word.`
  return `“${typed}” is not understood. Write a year (2016), a month and year (September 2022) or a day (16 August 2012).`
}
