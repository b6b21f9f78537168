'use client'
// Who is signed in, and the ways out.
import { Menu } from '@base-ui/react/menu'
import Link from 'next/link'
import { leaveEverywhere } from '#app/desk/actions.ts'
import { buttonClass } from '#components/ui/button.tsx'

const item = 'block w-full cursor-pointer px-4 py-2 text-left outline-none data-highlighted:bg-sunken'

export function PersonMenu({ name, role }: { name: string; role: string }) {
  // Asked for when the menu opens: no other page of the desk needs it.
  const leave = async () => (await import('next-auth/react')).signOut({ callbackUrl: '/' })
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass('plain', true)}>{name}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-40">
          <Menu.Popup className="min-w-48 rounded-sm border border-rule bg-surface py-1 shadow-lg">
            <p className="border-b border-rule px-4 pt-1 pb-2 text-sm text-muted">{role}</p>
            <Menu.Item className={`${item} text-ink no-underline`} render={<Link href="/desk/account" />}>
              My account
            </Menu.Item>
            <Menu.Item className={item} onClick={leave}>
              Sign out
            </Menu.Item>
            <Menu.Item className={item} onClick={() => leaveEverywhere().then(leave)}>
              Sign out everywhere
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
