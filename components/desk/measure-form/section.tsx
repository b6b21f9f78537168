// A part of the form with its heading, so that a person who listens can jump from one to the next.
import type { ReactNode } from 'react'

type Props = { id: string; title: string; hint?: string; children: ReactNode }

export function Section({ id, title, hint, children }: Props) {
  return (
    <section aria-labelledby={`${id}-heading`} className="border-t border-rule pt-5 pb-8">
      <h2 id={`${id}-heading`} className="text-xl font-semibold">
        {title}
      </h2>
      {hint && <p className="mt-0.5 text-sm text-muted">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
