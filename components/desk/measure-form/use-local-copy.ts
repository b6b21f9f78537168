'use client'
// The safety net: unsaved text is kept on this device per measure and version, offered on return, and cleared by a save.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, fingerprint } from './fields.ts'

export type LocalCopy = { at: number; basedOn: number; values: Draft }

type Options = {
  measureRef: string
  versionNumber: number
  initial: Draft
  basedOn: number
  unsaved: boolean
  read: () => Draft
  current: string
}

export function useLocalCopy({ measureRef, versionNumber, initial, basedOn, unsaved, read, current }: Options) {
  const key = `as-amended:unsaved:${measureRef}:${versionNumber}`
  const earlierKey = `${key}:earlier`
  const [offered, setOffered] = useState<LocalCopy | null>(null)
  const [ready, setReady] = useState(false)
  const first = useRef(fingerprint(initial))

  // What an earlier visit left moves aside, so that typing before deciding does not write over it.
  useEffect(() => {
    const left = readCopy(key)
    if (left && fingerprint(left.values) !== first.current) writeCopy(earlierKey, left)
    removeCopy(key)
    const earlier = readCopy(earlierKey)
    if (earlier && fingerprint(earlier.values) === first.current) removeCopy(earlierKey)
    else setOffered(earlier)
    setReady(true)
  }, [key, earlierKey])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `current` stands for what `read` returns
  useEffect(() => {
    if (!ready) return
    if (!unsaved) return removeCopy(key)
    writeCopy(key, { at: Date.now(), basedOn, values: read() })
  }, [ready, unsaved, current, key, basedOn, read])

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

  return { offered, forget, putAside, clear }
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

function writeCopy(key: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(key, JSON.stringify(copy))
  } catch {}
}

function removeCopy(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
