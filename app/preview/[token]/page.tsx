// One revision of a draft, for one outside expert with the address: read and commented on without an account. It knows no session and sets no cookie.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { MeasureTitle } from '#components/measures/measure-heading.tsx'
import { MeasurePage } from '#components/measures/measure-page.tsx'
import { MeasureText } from '#components/measures/measure-text.tsx'
import { GuestComments } from '#components/previews/guest-comments.tsx'
import { PreviewNotice } from '#components/previews/preview-notice.tsx'
import { Comparison } from '#components/review/comparison.tsx'
import { compareContents } from '#lib/measures/compare.ts'
import { previewOf } from '#lib/previews/queries.ts'
import { noteOpening } from '#lib/previews/store.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { systemClock } from '#lib/system/clock.ts'
import { pillars } from '#lib/taxonomy/queries.ts'

const now = cache(systemClock)
const previewAt = cache((token: string) => previewOf(token, now()))

export async function generateMetadata({ params }: PageProps<'/preview/[token]'>): Promise<Metadata> {
  const preview = await previewAt((await params).token)
  return { title: preview ? `Preview of ${preview.ref}` : 'No preview here' }
}

export default async function PreviewPage({ params, searchParams }: PageProps<'/preview/[token]'>) {
  const { token } = await params
  const preview = await previewAt(token)
  if (!preview) notFound()
  const [taxonomy, { sent }] = await Promise.all([pillars(), searchParams, noteOpening(preview.linkId, now())])
  const { ref, content, economy, published, guest } = preview
  const text = measureTextOf(content, economy, { pillars: taxonomy })
  // An act that only drafts cite has no page that the world may read.
  const bases = text.bases.map(({ actRef: _, ...basis }) => basis)
  const nameOf = (code: string) => taxonomy.flatMap(({ subPillars }) => subPillars).find((one) => one.code === code)?.name ?? ''
  return (
    <MeasurePage
      address={`Preview of a draft, not published, for ${guest}`}
      today={now().toISOString().slice(0, 10)}
      notice={<PreviewNotice preview={preview} />}
      heading={<MeasureTitle measure={{ ...text, ref }} />}
    >
      <MeasureText measure={{ ...text, bases }} id={ref} today={now().toISOString().slice(0, 10)} />
      {published && (
        <div className="mt-12 border-t-2 border-ink pt-4">
          <Comparison
            comparison={compareContents(published.content, content, nameOf)}
            against={`version ${published.version}, which is published`}
            changeKind={content.changeKind}
            changeNote={content.changeNote}
          />
        </div>
      )}
      <GuestComments preview={preview} action={`/preview/${token}/comments`} sent={Number(sent)} />
    </MeasurePage>
  )
}
