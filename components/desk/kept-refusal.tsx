'use client'
// Keeps what was refused in sight while the page behind it is read anew: the form that was refused may be gone by then, with what was typed into it.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'

/** `tell` shows a refusal above the forms of the page, or with null takes it away; `lost` adds what was typed into a form that is gone. */
type Keeper = { tell: (message: string | null) => void; lost: (typed: string) => void }

const Keep = createContext<Keeper>({ tell: () => {}, lost: () => {} })

export const useKeptRefusal = () => useContext(Keep)

export function KeptRefusal({ children }: { children: ReactNode }) {
  const [message, tell] = useState<string | null>(null)
  const [typed, lost] = useState('')
  const keeper = useMemo<Keeper>(
    () => ({
      tell: (next) => {
        tell(next)
        lost('')
      },
      lost,
    }),
    [],
  )
  return (
    <Keep value={keeper}>
      {message && (
        <Banner tone="warn" role="alert" className="mb-4">
          <p>{message}</p>
          {typed && (
            <>
              <p className="mt-2">You had written:</p>
              <blockquote className="mt-1 font-serif whitespace-pre-wrap text-ink">{typed}</blockquote>
            </>
          )}
        </Banner>
      )}
      {children}
    </Keep>
  )
}
