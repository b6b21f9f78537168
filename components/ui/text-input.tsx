// One line and several lines of text. The longer one grows with what is written in it.
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/** The look of anything that is typed or chosen in. */
export const inputClass = cx(
  'w-full min-w-0 rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5 text-ink placeholder:text-muted',
  'aria-invalid:border-bad aria-invalid:outline-bad disabled:opacity-60',
)

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" className={cx(inputClass, 'min-h-9', className)} {...rest} />
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cx(inputClass, 'field-sizing-content min-h-20 resize-y leading-relaxed', className)} {...rest} />
}
