'use client'
// A dialog that holds the focus until it is answered; Escape and the backdrop mean "go on as before".
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  explanation?: ReactNode
  wide?: boolean
  actions: ReactNode
  children?: ReactNode
}

export function Dialog({ open, onClose, title, explanation, wide = false, actions, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-ink/40 dark:bg-paper/70" />
        <Base.Popup
          className={cx(
            'fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[90dvh] -translate-y-1/2 flex-col rounded-sm border border-rule bg-surface shadow-xl',
            wide ? 'max-w-5xl' : 'max-w-lg',
          )}
        >
          <div className="min-h-0 overflow-y-auto p-5">
            <Base.Title className="font-serif text-xl font-semibold">{title}</Base.Title>
            {explanation && <Base.Description className="mt-2 text-muted">{explanation}</Base.Description>}
            {children}
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
