// The head of every desk page: where one can go, and who one is.
import Link from 'next/link'
import { BellIcon } from '#components/ui/icons.tsx'
import { DeskNavigation } from './desk-navigation.tsx'
import { PersonMenu } from './person-menu.tsx'

export function DeskHeader({ person }: { person: { name: string; role: string; unread: number; managesPeople: boolean } | null }) {
  return (
    <header className="border-b border-rule bg-surface print:hidden">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        Skip to content
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 sm:gap-x-6 px-4 py-2 sm:px-6">
        <Link href="/desk" className="font-serif text-lg font-semibold text-ink no-underline">
          As Amended <span className="font-sans text-sm font-normal text-muted">Desk</span>
        </Link>
        {person && <DeskNavigation people={person.managesPeople} />}
        <div className="ml-auto flex items-center gap-3 text-sm sm:gap-4">
          <Link href="/" className="text-muted">
            <span className="max-sm:sr-only">Public </span>
            <span className="max-sm:capitalize">site</span>
          </Link>
          {person && <Bell unread={person.unread} />}
          {person && <PersonMenu name={person.name} role={person.role} />}
        </div>
      </div>
    </header>
  )
}

function Bell({ unread }: { unread: number }) {
  const count = unread >= 100 ? '99+' : String(unread)
  return (
    <Link
      href="/desk/notifications"
      aria-label={unread === 0 ? 'Notifications' : `Notifications, ${count} not read`}
      className="relative inline-flex size-8 items-center justify-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
    >
      <BellIcon />
      {unread > 0 && (
        <span className="absolute -top-1 -right-1.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.7rem] leading-4 font-semibold text-accent-ink tabular-nums">
          {count}
        </span>
      )}
    </Link>
  )
}
