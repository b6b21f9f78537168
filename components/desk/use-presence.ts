'use client'
// Asks every few seconds who is editing, while the tab is in sight; with a `tab` it also says that this one is. What cannot be learned is not shown.
import { useEffect, useState } from 'react'
import { type EditorNow, heartbeat } from '#lib/presence/presence.ts'

type Options = { measureRef: string; version: number /** The name of this tab, when it edits. */; tab?: string; initial?: EditorNow[] }

const nobody: EditorNow[] = []

export function usePresence({ measureRef, version, tab, initial = nobody }: Options): EditorNow[] {
  const [editors, setEditors] = useState(initial)

  useEffect(() => {
    const address = `/desk/measures/${measureRef}/presence`
    const said = (leaving: boolean) => JSON.stringify({ version, tab, leaving })
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      if (document.visibilityState === 'hidden') return
      const asked = tab === undefined ? fetch(`${address}?version=${version}`) : fetch(address, { method: 'POST', body: said(false) })
      const answer = await asked.then((response) => (response.ok ? response.json() : null)).catch(() => null)
      setEditors(answer?.editors ?? nobody)
      clearTimeout(timer)
      timer = setTimeout(ask, heartbeat)
    }
    const leave = () => tab !== undefined && navigator.sendBeacon(address, said(true))
    void ask() // who was just left here is still told by the page: its own farewell may arrive after the page was asked for
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [measureRef, version, tab])

  return editors
}
