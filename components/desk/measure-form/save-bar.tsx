'use client'
// The bar that stays in sight: what is saved, and the three things that can be done with the draft.
import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Status } from './save-state.ts'
import { useIssues, useIssuesNow } from './use-issues.tsx'

const tones = { plain: 'text-muted', good: 'text-good', warn: 'text-warn', bad: 'text-bad' }

type Props = {
  about: string
  status: Status
  /** What can be done about it when it says that something is not saved. */
  remedy?: { label: string; onClick: () => void } | undefined
  /** Who else is at this draft. */
  others: ReactNode
  busy: boolean
  onSave: () => void
  onSubmit: () => void
  onDiscard: () => void
}

export function SaveBar({ about, status, remedy, others, busy, onSave, onSubmit, onDiscard }: Props) {
  const [asking, setAsking] = useState(false)
  const missing = useIssues().length
  const issuesNow = useIssuesNow()
  const reason = missing === 0 ? '' : missing === 1 ? 'One thing is missing before review.' : `${missing} things are missing before review.`
  return (
    <div className="sticky bottom-0 z-20 -mx-4 border-t border-rule-strong bg-surface px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-56 text-sm leading-snug">
          <p
            role="status"
            aria-label="Saving"
            aria-live={status.quiet ? 'off' : 'polite'}
            className={cx('font-semibold', tones[status.tone])}
          >
            {status.text}
          </p>
          {remedy && (
            <Button small className="my-1" onClick={remedy.onClick}>
              {remedy.label}
            </Button>
          )}
          {others}
          <p id="submit-reason" className="text-muted">
            {reason || about}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 max-sm:*:min-h-9 max-sm:*:px-2.5 max-sm:*:text-sm">
          <Button variant="quiet" onClick={() => setAsking(true)}>
            Discard draft
          </Button>
          <Button aria-keyshortcuts="Control+S Meta+S" title="Save draft (Ctrl+S)" onClick={onSave}>
            Save draft
          </Button>
          <Button
            variant="primary"
            unavailable={missing > 0 || busy}
            aria-describedby={reason ? 'submit-reason' : undefined}
            onClick={() => (issuesNow().length > 0 ? document.getElementById('before-review')?.focus() : !busy && onSubmit())}
          >
            Submit for review
          </Button>
        </div>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Discard this draft?"
        explanation="The version ends here and cannot be taken up again. What was saved stays in the record; what is published does not change."
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Keep the draft
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false)
                onDiscard()
              }}
            >
              Discard draft
            </Button>
          </>
        }
      />
    </div>
  )
}
