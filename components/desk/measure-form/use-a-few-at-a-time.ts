'use client'
// How much of a long list is drawn in full: at first what the window may show, then a few more whenever nobody types or clicks, so that a long list holds nothing up.
import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from '#components/ui/when-idle.ts'

const FIRST = 2
const STEP = 2

export function useAFewAtATime(total: number): number {
  const [drawn, setDrawn] = useState(total <= FIRST ? Number.POSITIVE_INFINITY : FIRST)
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + STEP
    return whenIdle(() => startTransition(() => setDrawn(next < total ? next : Number.POSITIVE_INFINITY)))
  }, [drawn, total])
  return drawn
}
