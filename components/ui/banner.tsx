// A message that stays where it is until it is settled. `alert` interrupts a screen reader, `status` waits.
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const tones = {
  plain: 'border-rule-strong bg-sunken text-ink',
  good: 'border-good bg-good-wash text-good',
  warn: 'border-warn bg-warn-wash text-warn',
  bad: 'border-bad bg-bad-wash text-bad',
}

type Props = { tone?: keyof typeof tones; role?: 'alert' | 'status'; actions?: ReactNode; children: ReactNode; className?: string }

export function Banner({ tone = 'plain', role, actions, children, className }: Props) {
  return (
    <div
      role={role}
      className={cx('flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-l-4 px-3.5 py-2.5', tones[tone], className)}
    >
      <div className="min-w-0">{children}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
