'use client'
// The safety net: unsaved text is kept on this device per measure and version, offered on return, and cleared by a save.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, fingerprint } from './fields.ts'
import { afterPause } from './use-draft.tsx'
import type { Form } from './use-saving.ts'

export type LocalCopy = { at: number; basedOn: number; values: Draft }

type Options = {
  form: Form
  measureRef: string
  versionNumber: number
  initial: Draft
  basedOn: number
  unsaved: boolean
  /** Only the tab that writes keeps a copy: another one would take this tab's for an earlier visit's. */
  writes: boolean
  isBehind: () => boolean
}

export function useLocalCopy({ form, measureRef, versionNumber, initial, basedOn, unsaved, writes, isBehind }: Options) {
  const key = `as-amended:unsaved:${measureRef}:${versionNumber}`
  const earlierKey = `${key}:earlier`
  const [offered, setOffered] = useState<LocalCopy | null>(null)
  const [ready, setReady] = useState(false)
  const [kept, setKept] = useState(true)
  const first = useRef('')
  first.current ||= fingerprint(initial)
  const basis = useRef(basedOn)
  basis.current = basedOn

  // What an earlier visit left moves aside, so that typing before deciding does not write over it.
  useEffect(() => {
    if (!writes) return setReady(false)
    const left = readCopy(key)
    if (left && fingerprint(left.values) !== first.current) writeCopy(earlierKey, left)
    removeCopy(key)
    const earlier = readCopy(earlierKey)
    if (earlier && fingerprint(earlier.values) === first.current) removeCopy(earlierKey)
    else setOffered(earlier)
    setReady(true)
  }, [key, earlierKey, writes])

  // Not at every key: writing a long text takes a moment. What is typed in the last one is kept when the tab is left.
  useEffect(() => {
    if (!ready) return
    const keep = () => {
      if (isBehind()) setKept(writeCopy(key, { at: Date.now(), basedOn: basis.current, values: form.getValues() }))
      else removeCopy(key)
    }
    keep()
    const stop = afterPause(form, keep)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    return () => {
      stop()
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
    }
  }, [ready, key, form, isBehind])

  useEffect(() => {
    if (ready && !unsaved) removeCopy(key)
  }, [ready, unsaved, key])

  const forget = useCallback(() => {
    removeCopy(earlierKey)
    setOffered(null)
  }, [earlierKey])

  /** Puts a text aside that is about to leave the form, and offers it. */
  const putAside = useCallback(
    (copy: LocalCopy) => {
      writeCopy(earlierKey, copy)
      setOffered(copy)
    },
    [earlierKey],
  )

  const clear = useCallback(() => {
    removeCopy(key)
    removeCopy(earlierKey)
  }, [key, earlierKey])

  return { offered, forget, putAside, clear, kept }
}

// Storage may be full, forbidden or filled by something else: the form works without it.
function readCopy(key: string): LocalCopy | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as LocalCopy | null
    const values = found?.values
    return found && values?.schemaVersion === 1 && Array.isArray(values.bases) && Array.isArray(values.sources) ? found : null
  } catch {
    return null
  }
}

function writeCopy(key: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

function removeCopy(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
