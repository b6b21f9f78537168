'use client'
// The rooms of the desk; the one that is open is marked, and in sight on a phone, where the others are scrolled to.
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

const rooms = [
  ['/desk', 'My work'],
  ['/desk/overview', 'Overview'],
  ['/desk/measures', 'Measures'],
  ['/desk/review', 'Review'],
  ['/desk/schedule', 'Schedule'],
  ['/desk/acts', 'Acts'],
  ['/desk/verifications', 'Verification'],
  ['/desk/law-changes', 'Law changes'],
  ['/desk/imports', 'Import'],
  ['/desk/log', 'Log'],
] as const
const forAdministrators = [['/desk/people', 'People']] as const

/** `people`: whether the person manages people, and sees their room. */
export function DeskNavigation({ people }: { people: boolean }) {
  const shown = people ? [...rooms, ...forAdministrators] : rooms
  const path = usePathname()
  // What is done to several measures is done from their list.
  const place = /^\/desk\/bulk(\/|$)/.test(path) ? '/desk/measures' : path
  const open = shown.findLast(([href]) => place === href || (href !== '/desk' && place.startsWith(`${href}/`)))?.[0]
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const link = open && list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!link || !list.current) return
    const frame = list.current.getBoundingClientRect()
    const at = link.getBoundingClientRect()
    list.current.scrollLeft += (at.left + at.right - frame.left - frame.right) / 2
  }, [open])
  return (
    <nav ref={list} aria-label="Desk" className="order-last -mx-2 flex w-full overflow-x-auto whitespace-nowrap lg:order-none lg:w-auto">
      {shown.map(([href, name]) => (
        <Link
          key={href}
          href={href}
          aria-current={open === href ? 'page' : undefined}
          className="border-b-2 border-transparent px-2 py-1.5 text-ink no-underline hover:border-rule-strong aria-[current]:border-accent aria-[current]:font-semibold"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
