// Narrows a list: a plain form whose answer is in the address, with what shows the list and what clears the form. The page takes out what was left open.
import type { ReactNode } from 'react'
import { Button, buttonClass } from './button.tsx'
import { cx } from './cx.ts'

/** `narrowed` says whether there is something to clear. */
type Props = { address: string; narrowed: boolean; className: string; children: ReactNode }

export function FilterForm({ address, narrowed, className, children }: Props) {
  return (
    <form action={address} className={cx('flex flex-wrap items-end gap-x-3 gap-y-2', className)}>
      {children}
      <Button type="submit">Show</Button>
      {narrowed && (
        <a href={address} className={buttonClass()}>
          Clear
        </a>
      )}
    </form>
  )
}
