// What readers are told of a version that no second person approved before it was published: above its text while it waits, in its record for ever.
import { Banner } from '#components/ui/banner.tsx'
import { approvedSentence, waitingSentence } from '#lib/published/emergency.ts'
import type { PublishedMeasure, VersionList } from '#lib/published/schema.ts'

export function EmergencyNotice({ measure: { version, withdrawn } }: { measure: PublishedMeasure }) {
  const waiting = waitingSentence(version)
  if (waiting === '' || withdrawn) return null
  return (
    <Banner tone="warn" className="mb-8">
      <p className="wrap-anywhere">{waiting}</p>
    </Banner>
  )
}

/** The same in a line of the history. */
export function EmergencyLine({ version }: { version: Pick<VersionList['items'][number], 'publishedAt' | 'emergency'> }) {
  const sentence = waitingSentence(version) || approvedSentence(version)
  return sentence === '' ? null : <p className={version.emergency?.approved ? 'text-muted' : 'text-warn'}>{sentence}</p>
}
