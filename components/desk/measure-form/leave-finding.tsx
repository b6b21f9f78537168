'use client'
// Leaving a finding as it is: the reason is asked for, because the reviewer will read it.
import { useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/text-input.tsx'

export function LeaveFinding({ about, onLeave }: { about: string; onLeave: (because: string) => void }) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const [because, setBecause] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  if (because === null) {
    return (
      <Button ref={opener} small variant="quiet" className="-ml-2.5" aria-label={`Leave it: ${about}`} onClick={() => setBecause('')}>
        Leave it, because…
      </Button>
    )
  }
  const missing = asked && because.trim() === ''
  return (
    <div className="w-full">
      <label htmlFor={id} className="block text-sm font-semibold">
        Leave it, because
      </label>
      <TextArea
        id={id}
        short
        autoFocus
        maxLength={500}
        value={because}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-error` : undefined}
        onChange={(event) => setBecause(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setBecause(null)}
      />
      {missing && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-bad">
          Say why: the reviewer reads it.
        </p>
      )}
      <div className="mt-1.5 flex gap-2">
        <Button small onClick={() => (because.trim() === '' ? setAsked(true) : onLeave(because.trim()))}>
          Leave it
        </Button>
        <Button small variant="quiet" onClick={() => setBecause(null)}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
