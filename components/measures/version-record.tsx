// Who answers for a version: number, day, authors, approver, digest, and when it was last checked. Names only, never addresses.
import type { ReactNode } from 'react'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { ChangeKindName } from './change-kind.tsx'
import { Day } from './day.tsx'

export function VersionRecord({ measure }: { measure: PublishedMeasure }) {
  const { version, lastVerifiedOn, lastVerifiedBy, links } = measure
  const json = links.self.endsWith(`/versions/${version.number}`) ? links.self : `${links.self}/versions/${version.number}`
  return (
    <section aria-labelledby="record" className="text-[0.9375rem]">
      <h2 id="record" className="label mb-3 border-b border-rule pb-1.5">
        This version
      </h2>
      <dl className="space-y-3">
        <Line name="Version">
          {version.number}, published <Day at={version.publishedAt} />
          {version.publishedUntil && (
            <>
              , stood until <Day at={version.publishedUntil} />
            </>
          )}
        </Line>
        <Line name="Change">
          <ChangeKindName kind={version.changeKind} />
          {version.changeNote && <span className="block text-muted">{version.changeNote}</span>}
        </Line>
        <Line name="Written by">{version.authors.join(', ')}</Line>
        <Line name="Approved by">
          {version.approvedBy || 'Nobody yet'}
          {version.emergency?.approved && (
            <>
              , <Day at={version.emergency.approved.at} />: afterwards
            </>
          )}
        </Line>
        {version.emergency && (
          <Line name="Published in an emergency by">
            {version.emergency.publishedBy}
            <span className="block text-muted">{version.emergency.reason}</span>
          </Line>
        )}
        <Line name="Last checked against its sources">
          {lastVerifiedOn ? (
            <>
              <time dateTime={lastVerifiedOn}>{renderDate(lastVerifiedOn)}</time>, by {lastVerifiedBy}
            </>
          ) : (
            'Not since it was published'
          )}
        </Line>
        <Line name="Digest (SHA-256)">
          <code className="font-sans text-sm break-all">{version.digest}</code>
        </Line>
      </dl>
      <p className="mt-3 flex gap-4 print:hidden">
        <a href={json}>JSON</a>
        <a href={links.versions}>All versions as JSON</a>
      </p>
    </section>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
