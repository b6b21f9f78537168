'use client'
// One decision about a bulk as a form of its own, which works without scripts.
import { useActionState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { BulkAction } from './protocol.ts'

type Props = { action: BulkAction; bulk: number; label: string; busyLabel: string; variant?: 'primary' | 'plain' | 'danger' }

export function BulkButton({ action, bulk, label, busyLabel, variant = 'plain' }: Props) {
  const [refusal, submit, busy] = useActionState(action, null)
  return (
    <form action={submit} className="space-y-2">
      <input type="hidden" name="bulk" value={bulk} />
      {refusal && (
        <Banner tone="bad" role="alert">
          {refusal.message}
        </Banner>
      )}
      <Button type="submit" variant={variant} unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
        {busy ? busyLabel : label}
      </Button>
    </form>
  )
}
