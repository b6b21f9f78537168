'use client'
// Who is editing a version now, beside what can be done with it.
import { type EditorNow, presenceInWords } from '#lib/presence/presence.ts'
import { timeOf } from './time-of.ts'
import { usePresence } from './use-presence.ts'

export function EditingNow({ measureRef, version, initial }: { measureRef: string; version: number; initial: EditorNow[] }) {
  const editors = usePresence({ measureRef, version, initial })
  return (
    <p role="status" aria-label="Editing now" className="mt-3 text-warn empty:mt-0" suppressHydrationWarning>
      {presenceInWords(editors, timeOf)}
    </p>
  )
}
