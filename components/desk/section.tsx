// A headed part of a desk page, with what stands there while it is empty.
import type { ReactNode } from 'react'

export function Section({ title, count, empty, children }: { title: string; count?: number; empty?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl font-semibold">
        {title} {count !== undefined && count > 0 && <span className="font-sans text-base font-normal text-muted">{count}</span>}
      </h2>
      {count === 0 ? <p className="border-t border-rule py-3 text-muted">{empty}</p> : children}
    </section>
  )
}
