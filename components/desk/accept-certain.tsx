'use client'
// How many bases of an import wait for a choice of their act, and one button for those that are certain.
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { acceptCertain } from '#app/desk/imports/actions.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'

const bases = (count: number) => `${count} ${count === 1 ? 'basis' : 'bases'}`

export function AcceptCertain({ batchId, open, certain }: { batchId: number; open: number; certain: number }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [busy, start] = useTransition()
  const [told, setTold] = useState<string | null>(null)
  const accept = () =>
    start(async () => {
      const answer = await acceptCertain(batchId).catch(() => ({ ok: false as const, message: 'The server cannot be reached; try again.' }))
      setTold(answer.ok ? `${bases(answer.linked)} linked.` : answer.message)
      router.refresh()
    })
  return (
    <>
      {open > 0 && (
        <Banner
          className="mt-4 max-w-3xl"
          actions={
            certain > 0 && (
              <Button small disabled={!hydrated} unavailable={busy} onClick={() => !busy && accept()}>
                {certain === 1 ? 'Accept the certain one' : `Accept all ${certain} certain ones`}
              </Button>
            )
          }
        >
          <p>
            {bases(open)} {open === 1 ? 'has' : 'have'} no act of the register yet. What you leave open is asked again in the form of its
            draft.
          </p>
        </Banner>
      )}
      <p role="status" className="mt-2 text-sm text-muted empty:hidden">
        {told}
      </p>
    </>
  )
}
