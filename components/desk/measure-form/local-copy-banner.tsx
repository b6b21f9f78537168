'use client'
// Text from an earlier visit that was never saved, offered back.
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { timeOf } from './fields.ts'
import type { LocalCopy } from './use-local-copy.ts'

type Props = { copy: LocalCopy; onRestore: () => void; onDiscard: () => void }

export function LocalCopyBanner({ copy, onRestore, onDiscard }: Props) {
  const today = new Date(copy.at).toDateString() === new Date().toDateString()
  const day = new Date(copy.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  return (
    <Banner
      tone="warn"
      role="status"
      actions={
        <>
          <Button small onClick={onRestore}>
            Restore
          </Button>
          <Button small variant="quiet" onClick={onDiscard}>
            Discard it
          </Button>
        </>
      }
    >
      You have unsaved text from {today ? '' : `${day}, `}
      {timeOf(copy.at)} on this device.
    </Banner>
  )
}
