// How to cite one version: a sentence with the permanent address of that version, and the same for reference managers.

import { CopyButton } from '#components/site/copy-button.tsx'
import { FeedLinks } from '#components/site/feed-links.tsx'
import { StructuredData } from '#components/site/structured-data.tsx'
import { apa, apaBeforeAddress, type CitationFormat, citationFormats, citationPath } from '#lib/exports/citation.ts'
import { structuredData } from '#lib/exports/structured-data.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'

export function Citation({ measure, baseUrl }: { measure: PublishedMeasure; baseUrl: string }) {
  const { links } = measure
  return (
    <section aria-labelledby="cite" className="mt-8 text-[0.9375rem]">
      <FeedLinks of={`measures/${measure.ref}`} name={measure.ref} />
      <StructuredData data={structuredData(measure, baseUrl)} />
      <h2 id="cite" className="label mb-3 border-b border-rule pb-1.5">
        Cite this
      </h2>
      <p className="wrap-anywhere">
        <cite className="not-italic">
          {apaBeforeAddress(measure)}{' '}
          <a href={links.version}>
            {baseUrl}
            {links.version}
          </a>
        </cite>
      </p>
      <p className="mt-1 mb-2 text-sm text-muted">This address always shows this version, whatever comes later.</p>
      <CopyButton text={apa(measure, baseUrl)} what="citation" />
      <details className="mt-3 print:hidden">
        <summary className="cursor-pointer text-muted hover:text-ink">For reference managers</summary>
        <ul className="mt-2 space-y-2">
          {(Object.keys(citationFormats) as CitationFormat[]).map((format) => (
            <li key={format} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <a href={citationPath(measure, format)} download="">
                {citationFormats[format].name}, .{format}
              </a>
              <CopyButton text={citationFormats[format].write(measure, baseUrl)} what={citationFormats[format].name} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
