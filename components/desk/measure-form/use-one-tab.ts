'use client'
// One tab of a person writes on a draft; the others say so, and one of them may take over. The browser gives the lock back when a tab goes, however it goes.
import { useCallback, useEffect, useRef, useState } from 'react'

/** `asking` lasts moments; `elsewhere`: another tab writes; `free`: it was closed since. */
export type TabState = 'asking' | 'here' | 'elsewhere' | 'free'

const PATIENCE = 3000
/** Set for the next load of this tab, when the other one did not answer. */
const FORCE = 'as-amended:take-over'

export function useOneTab(name: string, save: () => Promise<unknown>) {
  const [state, setState] = useState<TabState>('asking')
  const saving = useRef(save)
  saving.current = save

  useEffect(() => {
    // Without a secure connection there are no locks: then only the server keeps two tabs apart.
    if (!navigator.locks) return setState('here')
    const gone = new AbortController()
    const channel = new BroadcastChannel(name)
    let release: (() => void) | null = null
    const hold = () =>
      new Promise<void>((done) => {
        release = done
      })
    const lost = () => !gone.signal.aborted && setState('elsewhere')
    const forced = sessionStorage.getItem(FORCE) === name
    sessionStorage.removeItem(FORCE)
    const wait = () =>
      navigator.locks
        .request(name, { signal: gone.signal }, () => {
          setState('free')
          return hold()
        })
        .catch(lost)
    navigator.locks
      .request(name, forced ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (gone.signal.aborted) return
        if (!lock) {
          setState('elsewhere')
          void wait()
          return
        }
        setState('here')
        return hold()
      })
      .catch(lost)
    channel.onmessage = async ({ data }) => {
      if (data !== 'hand over' || !release) return
      setState('elsewhere')
      await saving.current().catch(() => null)
      release()
      release = null
      channel.postMessage('handed over')
    }
    return () => {
      gone.abort()
      release?.()
      channel.close()
    }
  }, [name])

  /** Asks the tab that writes to save and stop, and opens the form anew with what it saved. */
  const takeOver = useCallback(() => {
    const channel = new BroadcastChannel(name)
    const open = (force: boolean) => {
      channel.close()
      if (force) sessionStorage.setItem(FORCE, name)
      window.location.reload()
    }
    const timer = setTimeout(() => open(true), PATIENCE)
    channel.onmessage = ({ data }) => {
      if (data !== 'handed over') return
      clearTimeout(timer)
      open(false)
    }
    channel.postMessage('hand over')
  }, [name])

  return { state, takeOver }
}
