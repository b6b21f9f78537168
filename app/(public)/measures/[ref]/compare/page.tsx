// Two published versions of a measure compared, in one text or side by side; which two, and how, is in the address.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, permanentRedirect } from 'next/navigation'
import { Beside, Differences } from '#components/measures/beside.tsx'
import { ComparedVersions } from '#components/measures/compared-versions.tsx'
import { ComparisonView } from '#components/measures/comparison.tsx'
import { MeasureTitle } from '#components/measures/measure-heading.tsx'
import { WithdrawnNotice } from '#components/measures/version-notice.tsx'
import { VersionPicker } from '#components/measures/version-picker.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { compareVersions, getMeasure, getVersion, listVersions } from '#lib/published/queries.ts'
import { chosenOf } from './chosen.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps<'/measures/[ref]/compare'>): Promise<Metadata> {
  const ref = (await params).ref.toUpperCase()
  return { title: `${ref}: versions compared`, robots: { index: false }, alternates: { canonical: `/measures/${ref}/compare` } }
}

export default async function ComparePage({ params, searchParams }: PageProps<'/measures/[ref]/compare'>) {
  const given = (await params).ref
  const ref = given.toUpperCase()
  const [current, versions] = await Promise.all([getMeasure(ref), listVersions(ref)])
  if (!current || !versions) notFound()
  if (given !== ref) permanentRedirect(`/measures/${ref}/compare`)
  const asked = await searchParams
  const chosen = chosenOf({ from: asked.from, to: asked.to }, versions)
  const [from, to] = [Number(chosen.from), Number(chosen.to)]
  const side = asked.view === 'side'
  const [before, after, comparison] =
    chosen.problem === null ? await Promise.all([getVersion(ref, from), getVersion(ref, to), compareVersions(ref, from, to)]) : []
  return (
    <article className="max-w-[50rem]">
      <WithdrawnNotice measure={current} />
      <MeasureTitle measure={current} />
      <div className="mt-6 border-y border-rule py-4">
        <VersionPicker versions={versions} from={chosen.from} to={chosen.to} view={side ? 'side' : undefined} />
        <p className="mt-3 text-sm">
          <a href={`/compare?measure=${ref}`}>Or by day</a>
        </p>
      </div>
      {chosen.problem !== null && (
        <Banner role="status" className="mt-6">
          {chosen.problem}
        </Banner>
      )}
      {before && after && comparison && (
        <>
          <nav aria-label="View" className="mt-6 flex gap-x-5 print:hidden">
            {(['inline', 'side'] as const).map((view) => (
              <Link
                key={view}
                href={`/measures/${ref}/compare?from=${from}&to=${to}${view === 'side' ? '&view=side' : ''}`}
                prefetch={false}
                aria-current={side === (view === 'side') ? 'page' : undefined}
                className="aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {view === 'side' ? 'Side by side' : 'In one text'}
              </Link>
            ))}
          </nav>
          <ComparedVersions before={before} after={after} />
          {side ? (
            <>
              <Beside
                pair={{ left: before, right: after, comparison }}
                names={[`Version ${from}`, `Version ${to}`]}
                id={`${ref}-${from}-${to}`}
                prose
              />
              <Differences pair={{ left: before, right: after, comparison }} />
            </>
          ) : (
            <ComparisonView comparison={comparison} />
          )}
        </>
      )}
    </article>
  )
}
