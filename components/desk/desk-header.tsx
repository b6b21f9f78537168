// The head of every desk page: where one can go, and who one is.
import Link from 'next/link'
import { DeskNavigation } from './desk-navigation.tsx'
import { PersonMenu } from './person-menu.tsx'

export function DeskHeader({ person }: { person: { name: string; role: string } | null }) {
  return (
    <header className="border-b border-rule bg-surface print:hidden">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        Skip to content
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <Link href="/desk" className="font-serif text-lg font-semibold text-ink no-underline">
          As Amended <span className="font-sans text-sm font-normal text-muted">Desk</span>
        </Link>
        {person && <DeskNavigation />}
        <div className="ml-auto flex items-center gap-4 text-sm">
          <Link href="/" className="text-muted">
            Public site
          </Link>
          {person && <PersonMenu name={person.name} role={person.role} />}
        </div>
      </div>
    </header>
  )
}
