// The head of every public page: the way past it, the name, the ways into the measures, and the door of the desk.
import Link from 'next/link'
import { Wordmark } from './wordmark.tsx'

const ways = [
  { href: '/measures', name: 'Measures' },
  { href: '/economies', name: 'Economies' },
  { href: '/pillars', name: 'Pillars' },
  { href: '/acts', name: 'Acts' },
  { href: '/changes', name: 'Changes' },
  { href: '/compare', name: 'Compare' },
  { href: '/matrix', name: 'Matrix' },
  { href: '/map', name: 'Map' },
]
const link = 'inline-block py-2 text-ink no-underline hover:underline'

export function SiteHeader() {
  return (
    <header className="border-b border-rule print:hidden">
      <a
        href="#content"
        className="absolute left-2 top-2 z-10 -translate-y-20 bg-accent px-4 py-2 font-semibold text-accent-ink no-underline focus:translate-y-0"
      >
        Skip to the content
      </a>
      <div className="page flex flex-wrap items-baseline gap-x-8 gap-y-0 py-2 sm:py-3">
        <Link href="/" className="py-1 no-underline" prefetch={false}>
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="flex grow flex-wrap items-baseline gap-x-5 text-[0.9375rem] sm:gap-x-6">
          {ways.map(({ href, name }) => (
            <Link key={href} href={href} prefetch={false} className={link}>
              {name}
            </Link>
          ))}
          <Link href="/desk" prefetch={false} className={`${link} ml-auto text-muted`}>
            Desk
          </Link>
        </nav>
      </div>
    </header>
  )
}
