// The frame of previews: that of the public pages, and a small script of its own. It authorises nothing, reads no session, and is indexed by nobody.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SiteFrame } from '#components/site/site-frame.tsx'

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }
export const dynamic = 'force-dynamic'

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      {children}
      <script src="/preview.js" defer />
    </SiteFrame>
  )
}
