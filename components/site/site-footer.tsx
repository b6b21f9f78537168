// The foot of every public page: where the data is for machines, and what the numbers of the taxonomy are and are not.
import Link from 'next/link'
import type { Licence } from '#lib/system/env.ts'
import { Wordmark } from './wordmark.tsx'

export function SiteFooter({ licence }: { licence: Licence | undefined }) {
  return (
    <footer className="mt-20 border-t border-rule print:hidden">
      <div className="page grid gap-x-12 gap-y-6 py-10 text-sm text-muted sm:grid-cols-3">
        <div>
          <Wordmark />
          <p className="mt-2">What the law says, who checked it, and how it changed. Every published version keeps its address.</p>
        </div>
        <div>
          <h2 className="label">Reuse</h2>
          <ul className="mt-2 space-y-1">
            <li>
              <a href="/developers">The API, for developers</a>
            </li>
            <li>
              <a href="/api/v1/measures">All measures as JSON</a>
            </li>
            <li>
              All changes as <a href="/feeds/atom.xml">Atom</a> or <a href="/feeds/feed.json">JSON Feed</a>
            </li>
            <li>
              <Link href="/#cite" prefetch={false}>
                How to cite
              </Link>
            </li>
            {licence && (
              <li>
                The data is under{' '}
                <a href={licence.url} rel="license">
                  {licence.name}
                </a>
              </li>
            )}
          </ul>
        </div>
        <div>
          <h2 className="label">The codes</h2>
          <p className="mt-2">
            A sub-pillar’s code, such as 8.3, is its position in our own list of <a href="/pillars">pillars</a>. It is not an official
            numbering of any other body.
          </p>
        </div>
      </div>
    </footer>
  )
}
