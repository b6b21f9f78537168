// A choice of one from a short list: the browser's own control, which every phone and screen reader knows.
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { ChevronIcon } from './icons.tsx'
import { inputClass } from './text-input.tsx'

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative inline-block', className)}>
      <select className={cx(inputClass, 'min-h-9 cursor-pointer appearance-none pr-8')} {...rest} />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-muted">
        <ChevronIcon />
      </span>
    </span>
  )
}
