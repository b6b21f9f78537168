// How to cite one version: a sentence with the permanent address of that version.

import { CopyButton } from '#components/site/copy-button.tsx'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { dayOf } from './day.tsx'

export function Citation({ measure, baseUrl }: { measure: PublishedMeasure; baseUrl: string }) {
  const { ref, economy, subPillar, version, links } = measure
  const address = `${baseUrl}${links.version}`
  const text = `As Amended, ${ref}: ${economy.name}, ${subPillar.name}, version ${version.number} (${dayOf(version.publishedAt)}), ${address}`
  return (
    <section aria-labelledby="cite" className="mt-8 text-[0.9375rem]">
      <h2 id="cite" className="label mb-3 border-b border-rule pb-1.5">
        Cite this
      </h2>
      <p className="wrap-anywhere">
        <cite className="not-italic">
          <em>As Amended</em>, {ref}: {economy.name}, {subPillar.name}, version {version.number} ({dayOf(version.publishedAt)}),{' '}
          <a href={links.version}>{address}</a>
        </cite>
      </p>
      <p className="mt-1 mb-2 text-sm text-muted">This address always shows this version, whatever comes later.</p>
      <CopyButton text={text} what="citation" />
    </section>
  )
}
