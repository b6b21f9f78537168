// The two versions that are compared, side by side: when each was published and why.
import Link from 'next/link'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { ChangeKindName } from './change-kind.tsx'
import { Day } from './day.tsx'

export function ComparedVersions({ before, after }: { before: PublishedMeasure; after: PublishedMeasure }) {
  return (
    <div className="mt-6 grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {[before, after].map(({ version, links }, index) => (
        <p key={version.number} className="text-[0.9375rem]">
          <span className="label mr-2">{index === 0 ? 'From' : 'To'}</span>
          <Link href={links.version} prefetch={false} className="font-semibold">
            Version {version.number}
          </Link>
          , <Day at={version.publishedAt} />
          <br />
          <ChangeKindName kind={version.changeKind} />
          {version.changeNote && <span className="block text-muted">{version.changeNote}</span>}
        </p>
      ))}
    </div>
  )
}
