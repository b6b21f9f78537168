// A titled part of a measure's page.
import type { ReactNode } from 'react'

export function MeasureSection({ id, title, level = 2, children }: { id: string; title: string; level?: 2 | 3; children: ReactNode }) {
  const Heading = `h${level}` as const
  return (
    <section aria-labelledby={id} className="mt-10">
      <Heading id={id} className="label mb-3 border-b border-rule pb-1.5">
        {title}
      </Heading>
      {children}
    </section>
  )
}
