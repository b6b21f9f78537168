'use client'
// What was just taken away, and the way back. It takes the focus when it appears, since what had it is gone.
import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'

type Props = { sentence: string; onUndo: () => void; onDismiss: () => void; takeFocus?: boolean }

export function UndoStrip({ sentence, onUndo, onDismiss, takeFocus = true }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takeFocus && sentence) button.current?.focus()
  }, [takeFocus, sentence])
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-rule-strong bg-sunken px-3 py-1.5 text-sm">
      <span className="min-w-0 flex-1">{sentence}</span>
      <Button ref={button} small onClick={onUndo}>
        Undo
      </Button>
      <Button small variant="quiet" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  )
}
