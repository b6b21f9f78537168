// What the reader of an impacted measure is told while the law change is being reviewed.
import { Banner } from '#components/ui/banner.tsx'
import type { PublishedMeasure } from '#lib/published/schema.ts'

export function ReviewNotice({ measure: { changesUnderReview } }: { measure: Pick<PublishedMeasure, 'changesUnderReview'> }) {
  if (changesUnderReview.length === 0) return null
  return (
    <Banner tone="warn" className="mb-8">
      {changesUnderReview.map(({ actRef, kind, date, sentence }) => (
        <p key={`${actRef} ${kind} ${date}`}>{sentence}</p>
      ))}
    </Banner>
  )
}
