'use client'
// Copies a text to the clipboard and says so; absent until the page can do it, so that nobody meets a dead button.
import { useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [done, setDone] = useState<'' | 'Copied' | 'Select the text and copy it by hand'>('')
  if (!useHydrated()) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setDone('Copied'),
      () => setDone('Select the text and copy it by hand'),
    )
  return (
    <span className="inline-flex items-center gap-2 text-sm print:hidden">
      <button type="button" onClick={copy} className={buttonClass('plain', true)}>
        Copy {what}
      </button>
      <span role="status" className="text-good">
        {done}
      </span>
    </span>
  )
}
