// Buttons. One that cannot act now stays focusable and says why (`unavailable`), instead of going dead.
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

const variants = {
  primary: 'border-accent bg-accent text-accent-ink hover:brightness-110',
  plain: 'border-rule-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border-bad bg-surface text-bad hover:bg-bad-wash',
}

/** The look of a button, for links and triggers that are drawn as one. */
export function buttonClass(variant: keyof typeof variants = 'plain', small = false): string {
  return cx(
    'inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-sm border font-medium no-underline transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed',
    'aria-disabled:border-rule aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:hover:brightness-100',
    small ? 'min-h-8 px-2.5 py-0.5 text-sm' : 'min-h-10 px-3.5 py-1.5',
    variants[variant],
  )
}

type Props = ComponentProps<'button'> & { variant?: keyof typeof variants; small?: boolean; unavailable?: boolean }

export function Button({ variant = 'plain', small = false, unavailable = false, className, type = 'button', ...rest }: Props) {
  return <button type={type} aria-disabled={unavailable || undefined} className={cx(buttonClass(variant, small), className)} {...rest} />
}

/** A square button whose whole name is in its label. */
export function IconButton({
  label,
  unavailable = false,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string; unavailable?: boolean }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={unavailable || undefined}
      className={cx(
        'inline-flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink',
        'aria-disabled:cursor-not-allowed aria-disabled:opacity-40 aria-disabled:hover:bg-transparent aria-pressed:bg-sunken aria-pressed:text-accent',
        className,
      )}
      {...rest}
    />
  )
}
