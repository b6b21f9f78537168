'use client'
// How much of a long list is drawn in full: at first what the window may show, then a few more whenever nobody types or clicks, so that a long list holds nothing up.
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { whenIdle } from '#components/ui/when-idle.ts'
import { focusField } from './fields.ts'

const FIRST = 2
const STEP = 2

/** How many rows are drawn in full, and what to call when somebody turns to one that is not: all are, and the focus goes to its field. */
export function useAFewAtATime(total: number): { drawn: number; reach: (path: string) => void } {
  const [drawn, setDrawn] = useState(total <= FIRST ? Number.POSITIVE_INFINITY : FIRST)
  const reached = useRef<string | null>(null)
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + STEP
    return whenIdle(() => startTransition(() => setDrawn(next < total ? next : Number.POSITIVE_INFINITY)))
  }, [drawn, total])
  useEffect(() => {
    if (drawn !== Number.POSITIVE_INFINITY || reached.current === null) return
    focusField(reached.current)
    reached.current = null
  }, [drawn])
  const reach = useCallback((path: string) => {
    reached.current = path
    setDrawn(Number.POSITIVE_INFINITY)
  }, [])
  return { drawn, reach }
}
