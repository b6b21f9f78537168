'use client'
// A password that was made up just now, to be copied: nobody can show it again.
import { type ReactNode, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

export function ShownPassword({
  password,
  name,
  actions,
  children,
}: {
  password: string
  name: string
  actions?: ReactNode
  children?: ReactNode
}) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => setSaid('Copied'),
      () => setSaid('Select the password and copy it by hand'),
    )
  return (
    <Banner tone="good" role="status">
      {children}
      <p>It is shown this once: hand it to {name} in a way that you trust. If it is lost, reset it.</p>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <input
          readOnly
          aria-label={`Password of ${name}`}
          value={password}
          autoComplete="off"
          spellCheck={false}
          onFocus={({ target }) => target.select()}
          className="w-72 max-w-full rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5 font-mono text-ink"
        />
        <Button small onClick={copy}>
          Copy password
        </Button>
        {actions}
        <span aria-live="polite">{said}</span>
      </p>
    </Banner>
  )
}
