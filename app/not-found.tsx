// An address that no page answers to.
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { NothingHere } from '#components/site/nothing-here.tsx'
import { SiteFrame } from '#components/site/site-frame.tsx'
import { env } from '#lib/system/env.ts'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFoundPage() {
  await connection() // drawn per request: a page drawn at build time has no nonce, and its scripts are refused
  return (
    <SiteFrame licence={env.dataLicence}>
      <NothingHere />
    </SiteFrame>
  )
}
