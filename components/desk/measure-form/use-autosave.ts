'use client'
// Saves by itself: after a pause in the typing, patiently after a failure, at once when the network is back or the tab is left.
import { useEffect, useRef } from 'react'
import { autosaveIn } from '#lib/measures/autosave.ts'
import type { Form, useSaving } from './use-saving.ts'

type Options = {
  form: Form
  saving: ReturnType<typeof useSaving> /** Not now: another tab writes, or the draft is being submitted. */
  held: boolean
}

/** Failures that pass without anybody doing something. */
const passing = ['unreachable', 'failed']

export function useAutosave({ form, saving, held }: Options): void {
  const { saveNow, isBehind, lastFailure, network } = saving
  const holding = useRef(held)
  holding.current = held

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsaved = { changedAt: 0, since: 0, attemptedAt: Number.NEGATIVE_INFINITY, failures: 0 }
    const plan = () => {
      clearTimeout(timer)
      timer = setTimeout(attempt, autosaveIn(Date.now(), unsaved))
    }
    async function attempt() {
      clearTimeout(timer)
      if (holding.current || lastFailure()?.kind === 'stale') return
      if (isBehind()) {
        unsaved.attemptedAt = Date.now()
        const saved = (await saveNow('autosave')) !== null
        unsaved.failures = saved ? 0 : unsaved.failures + 1
        if (!saved && !passing.includes(lastFailure()?.kind ?? '')) return
      }
      unsaved.since = Date.now()
      if (isBehind()) plan()
      else unsaved.since = 0
    }
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        unsaved.changedAt = Date.now()
        unsaved.since ||= unsaved.changedAt
        plan()
      },
    })
    const toggled = () => {
      network(navigator.onLine)
      unsaved.failures = 0
      if (navigator.onLine && isBehind()) void attempt()
    }
    const left = () => document.visibilityState === 'hidden' && isBehind() && void attempt()
    network(navigator.onLine)
    window.addEventListener('online', toggled)
    window.addEventListener('offline', toggled)
    document.addEventListener('visibilitychange', left)
    return () => {
      clearTimeout(timer)
      stop()
      window.removeEventListener('online', toggled)
      window.removeEventListener('offline', toggled)
      document.removeEventListener('visibilitychange', left)
    }
  }, [form, saveNow, isBehind, lastFailure, network])
}
