// What a reader must know before reading a version that is not the current one, or a measure that was withdrawn.
import Link from 'next/link'
import { Banner } from '#components/ui/banner.tsx'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { Day } from './day.tsx'

/** `current` is the measure as it stands now. */
export function VersionNotice({ measure, current }: { measure: PublishedMeasure; current: PublishedMeasure }) {
  const { version, ref } = measure
  if (current.withdrawn) return <WithdrawnNotice measure={current} />
  if (version.state === 'published') {
    return (
      <Banner tone="good" className="mb-8">
        This is the current version. <Link href={`/measures/${ref}`}>{ref}</Link> always leads to the newest one.
      </Banner>
    )
  }
  return (
    <Banner tone="warn" className="mb-8">
      <strong>Superseded.</strong> Version {version.number} stood from <Day at={version.publishedAt} />
      {version.publishedUntil && (
        <>
          {' '}
          to <Day at={version.publishedUntil} />
        </>
      )}
      . <Link href={`/measures/${ref}`}>Read the current version, {current.version.number}</Link>, or{' '}
      <Link href={`/measures/${ref}/compare?from=${version.number}&to=${current.version.number}`} rel="nofollow">
        see what changed
      </Link>
      .
    </Banner>
  )
}

export function WithdrawnNotice({ measure: { ref, withdrawn } }: { measure: PublishedMeasure }) {
  if (!withdrawn) return null
  return (
    <Banner tone="bad" className="mb-8">
      <strong>
        {ref} was withdrawn on <Day at={withdrawn.at} />.
      </strong>{' '}
      {withdrawn.reason}
    </Banner>
  )
}
