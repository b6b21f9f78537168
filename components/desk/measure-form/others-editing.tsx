'use client'
// Who else has this draft open; to them, this tab says so of itself.
import { useState } from 'react'
import { usePresence } from '#components/desk/use-presence.ts'
import { presenceInWords } from '#lib/presence/presence.ts'
import { newRowId, timeOf } from './fields.ts'

export function OthersEditing({ measureRef, version }: { measureRef: string; version: number }) {
  const [tab] = useState(newRowId)
  const editors = usePresence({ measureRef, version, tab })
  return (
    <p role="status" aria-label="Editing now" className="text-warn">
      {presenceInWords(editors, timeOf)}
    </p>
  )
}
