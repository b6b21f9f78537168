// The frame of the public site; addresses in its metadata are absolute, from the address of this installation.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SiteFrame } from '#components/site/site-frame.tsx'
import { env } from '#lib/system/env.ts'

export function generateMetadata(): Metadata {
  return { metadataBase: new URL(env.baseUrl), openGraph: { siteName: 'As Amended', type: 'website', locale: 'en' } }
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <SiteFrame licence={env.dataLicence}>{children}</SiteFrame>
}
