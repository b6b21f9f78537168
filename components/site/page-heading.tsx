// The heading of a page of lists, with the line above it that says where one is.
import type { ReactNode } from 'react'

type Props = { above?: ReactNode; title: ReactNode; children?: ReactNode }

export function PageHeading({ above, title, children }: Props) {
  return (
    <header className="mb-8 border-b border-rule-strong pb-5 sm:mb-10">
      {above && <div className="label mb-2">{above}</div>}
      <h1 className="text-3xl font-semibold sm:text-4xl">{title}</h1>
      {children && <div className="mt-3 max-w-[65ch] text-lg text-muted">{children}</div>}
    </header>
  )
}
