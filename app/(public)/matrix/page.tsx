// Economies × sub-pillars at a glance: how many measures, how long ago they changed or were checked. Every cell leads to its list.
import type { Metadata } from 'next'
import { Drawn } from '#components/pictures/drawn.tsx'
import { Legend } from '#components/pictures/legend.tsx'
import { MatrixForm } from '#components/pictures/matrix-form.tsx'
import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { matrixAsked, matrixOf, matrixPath, shown } from '#lib/pictures/matrix.ts'
import { matrixTable } from '#lib/pictures/matrix-table.ts'
import { countsByPlace } from '#lib/published/matrix-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageProps<'/matrix'>): Promise<Metadata> {
  return {
    title: 'Matrix',
    description:
      'Every economy and every sub-pillar: how many measures are published, when they last changed, when they were last checked.',
    alternates: { canonical: matrixPath(matrixAsked(await searchParams)) },
  }
}

export default async function MatrixPage({ searchParams }: PageProps<'/matrix'>) {
  const asked = matrixAsked(await searchParams)
  const today = systemClock().toISOString().slice(0, 10)
  const [counts, names] = await Promise.all([countsByPlace(), publishedNames()])
  const matrix = matrixOf(counts, names, asked, today)
  // Sixty columns are no view for a phone: there the pillars come first, and each opens into its own.
  const folded = asked.by === 'subPillar' && asked.pillar === undefined
  const caption = `${shown[asked.show]} by economy and ${asked.by === 'pillar' ? 'pillar' : 'sub-pillar'}`
  return (
    <>
      <PageHeading title="Matrix">
        <p>
          {matrix.measures.toLocaleString('en')} {matrix.measures === 1 ? 'measure' : 'measures'} in{' '}
          {matrix.rows.filter(({ total }) => total > 0).length} economies. Each cell leads to its measures; an empty one has none published.
        </p>
      </PageHeading>
      <MatrixForm asked={asked} names={names} />
      {matrix.rows.length === 0 ? (
        <p className="reading border-t border-rule pt-5 text-lg">
          No measure is published here yet. Choose another pillar, or all economies.
        </p>
      ) : (
        <>
          <div className="mb-3">
            <Legend steps={matrix.steps} title={shown[asked.show]} {...(asked.show === 'checked' ? { none: 'never' } : {})} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
          <section aria-label={caption} tabIndex={0} className={`matrix-frame ${folded ? 'max-sm:hidden' : ''}`}>
            <Drawn markup={matrixTable(matrix, caption)} />
          </section>
          {folded && (
            <div className="sm:hidden print:hidden">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
              <section aria-label={`${shown[asked.show]} by economy and pillar`} tabIndex={0} className="matrix-frame">
                <Drawn
                  markup={matrixTable(
                    matrixOf(counts, names, { ...asked, by: 'pillar' }, today),
                    `${shown[asked.show]} by economy and pillar`,
                  )}
                />
              </section>
              <p className="mt-3 text-sm text-muted">By pillar. Choose one above to see its sub-pillars.</p>
            </div>
          )}
          <PictureDownloads name="matrix" query={matrixPath(asked, '')} />
        </>
      )}
    </>
  )
}
