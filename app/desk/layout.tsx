// The frame of the desk. It authorises nothing: every page and every command does that itself.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DeskHeader } from '#components/desk/desk-header.tsx'
import { Keys } from '#components/desk/keys.tsx'
import { may } from '#lib/accounts/permissions.ts'
import { currentActor } from '#lib/accounts/session.ts'
import { unreadOf } from '#lib/notifications/queries.ts'

export const metadata: Metadata = { title: { default: 'Desk', template: '%s · Desk · As Amended' }, robots: { index: false } }
export const dynamic = 'force-dynamic'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const managesPeople = actor !== null && may(actor, 'manage people', null)
  return (
    <>
      <DeskHeader person={actor ? { name: actor.name, role: actor.role, unread: await unreadOf(actor), managesPeople } : null} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-6 outline-none sm:px-6">
        {children}
      </main>
      {actor && <Keys people={managesPeople} />}
    </>
  )
}
