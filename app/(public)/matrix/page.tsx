// Economies × sub-pillars at a glance: how many measures, how long ago they changed or were checked. Every cell leads to its list.
import type { Metadata } from 'next'
import { Drawn } from '#components/pictures/drawn.tsx'
import { Legend } from '#components/pictures/legend.tsx'
import { MatrixForm } from '#components/pictures/matrix-form.tsx'
import { MatrixShelf } from '#components/pictures/matrix-shelf.tsx'
import { PictureDownloads } from '#components/pictures/picture-downloads.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { matrixAsked, matrixOf, matrixPath, shown } from '#lib/pictures/matrix.ts'
import { matrixTable } from '#lib/pictures/matrix-table.ts'
import { inRegion, regionOf } from '#lib/pictures/region-asked.ts'
import { countsByPlace } from '#lib/published/matrix-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const dynamic = 'force-dynamic'

const headingOf = (region: string | undefined) => ['Matrix', regionOf(region)?.name].filter(Boolean).join(': ')

export async function generateMetadata({ searchParams }: PageProps<'/matrix'>): Promise<Metadata> {
  const asked = matrixAsked(await searchParams)
  return {
    title: headingOf(asked.region),
    description:
      'Every economy and every sub-pillar: how many measures are published, when they last changed, when they were last checked.',
    alternates: { canonical: matrixPath(asked) },
  }
}

export default async function MatrixPage({ searchParams }: PageProps<'/matrix'>) {
  const asked = matrixAsked(await searchParams)
  const today = systemClock().toISOString().slice(0, 10)
  const [counts, names] = await Promise.all([countsByPlace(), publishedNames()])
  const matrix = matrixOf(counts, names, asked, today)
  const perPillar = asked.by === 'pillar'
  const caption = `${shown[asked.show]}${inRegion(asked.region)} by economy and ${perPillar ? 'pillar' : 'sub-pillar'}`
  const legend = <Legend steps={matrix.steps} title={shown[asked.show]} {...(asked.show === 'checked' ? { none: 'never' } : {})} />
  return (
    <>
      <PageHeading title={headingOf(asked.region)}>
        <p>
          {matrix.measures.toLocaleString('en')} {matrix.measures === 1 ? 'measure' : 'measures'} in{' '}
          {matrix.rows.filter(({ total }) => total > 0).length} economies. Each cell leads to its measures; an empty one has none published.
        </p>
      </PageHeading>
      <MatrixForm asked={asked} names={names} />
      {matrix.rows.length === 0 || matrix.columns.length === 0 ? (
        <p className="reading border-t border-rule pt-5 text-lg">
          No measure is published here yet. Choose another region or pillar, or all economies.
        </p>
      ) : (
        <>
          <MatrixShelf label={caption} rows={matrix.rows.length} columns={matrix.columns.length} legend={legend}>
            <Drawn markup={matrixTable(matrix, caption)} />
          </MatrixShelf>
          {!perPillar && asked.pillar === undefined && (
            <p className="mt-3 text-sm text-muted print:hidden">
              Too wide? <a href={matrixPath({ ...asked, by: 'pillar' })}>One column for each pillar</a>
            </p>
          )}
          <PictureDownloads name="matrix" query={matrixPath(asked, '')} />
        </>
      )}
    </>
  )
}
