// An address that no page answers to.
import type { Metadata } from 'next'
import { NothingHere } from '#components/site/nothing-here.tsx'
import { SiteFrame } from '#components/site/site-frame.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <SiteFrame>
      <NothingHere />
    </SiteFrame>
  )
}
