// The frame of a public page: header, content, footer, and the one script of the public pages.
import type { ReactNode } from 'react'
import type { Licence } from '#lib/system/env.ts'
import { FeedLinks } from './feed-links.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export function SiteFrame({ children, licence }: { children: ReactNode; licence?: Licence | undefined }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <FeedLinks />
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page grow pt-8 outline-none sm:pt-12 print:p-0">
        {children}
      </main>
      <SiteFooter licence={licence} />
      <script src="/site.js" defer />
    </div>
  )
}
