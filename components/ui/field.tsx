// A label, a hint and an error around one control, tied together by ids.
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

export function Field({ id, label, hint, error, hideLabel = false, className, children }: Props) {
  return (
    <div className={cx('min-w-0', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-sm font-semibold'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={hideLabel ? 'sr-only' : '-mt-0.5 mb-1.5 text-sm text-muted'}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="mt-1 text-sm font-medium text-bad">
      {error}
    </p>
  )
}

/** What `aria-describedby` of the control names: its hint and its error, where they are shown. */
export function describedBy(id: string, shown: { hint?: unknown; error?: unknown }): string | undefined {
  return [shown.hint ? `${id}-hint` : '', shown.error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}
