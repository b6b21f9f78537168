// One line and several lines of text. The longer one grows with what is written in it.
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/** The look of anything that is typed or chosen in. */
export const inputClass = cx(
  'w-full min-w-0 rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5 text-ink placeholder:text-muted placeholder:italic',
  'aria-invalid:border-bad aria-invalid:outline-bad disabled:opacity-60',
)

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" className={cx(inputClass, 'min-h-9', className)} {...rest} />
}

export function TextArea({ className, short = false, ...rest }: ComponentProps<'textarea'> & { short?: boolean }) {
  return (
    <textarea
      className={cx(inputClass, 'block field-sizing-content resize-y leading-relaxed', short ? 'min-h-10' : 'min-h-20', className)}
      {...rest}
    />
  )
}
