'use client'
// The draft is open in another tab of the same person: only one writes, and this one may take over. It stays in sight, for the form below takes nothing.
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { TabState } from './use-one-tab.ts'

export function OtherTabBanner({ state, onTakeOver }: { state: TabState; onTakeOver: () => void }) {
  if (state !== 'elsewhere' && state !== 'free') return null
  return (
    <Banner
      tone="warn"
      role="status"
      className="sticky top-0 z-30 mb-4"
      actions={
        <Button small onClick={state === 'free' ? () => window.location.reload() : onTakeOver}>
          {state === 'free' ? 'Edit here' : 'Edit here instead'}
        </Button>
      }
    >
      {state === 'free' ? 'The tab in which you were editing this draft was closed.' : 'You are editing this draft in another tab.'}
    </Banner>
  )
}
