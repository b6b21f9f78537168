// The taxonomy: every pillar with its sub-pillars, and how many measures each has.
import type { Metadata } from 'next'
import Link from 'next/link'
import { anchorOf } from '#components/measures/pillar-line.tsx'
import { LeaderList } from '#components/site/leader-list.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { listPillars } from '#lib/published/queries.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'Pillars',
  description: 'The taxonomy of the measures: pillars and sub-pillars.',
  alternates: { canonical: '/pillars' },
}

export default async function PillarsPage() {
  const { edition, items } = await listPillars()
  const indirect = items.some(({ subPillars }) => subPillars.some(({ knownIndirectly }) => knownIndirectly))
  return (
    <>
      <PageHeading title="Pillars">
        <p>
          Every measure has one place in this list, edition {edition}. The codes are our own positions in it and not an official numbering.
          {indirect && ' A dagger marks a sub-pillar whose name is known only indirectly.'}
        </p>
      </PageHeading>
      <div className="gap-x-16 lg:columns-2">
        {items.map(({ number, name, subPillars }) => (
          <section key={number} aria-labelledby={`pillar-${number}`} className="mb-10 break-inside-avoid">
            <h2 id={`pillar-${number}`} className="mb-2 border-b border-rule pb-2 text-xl font-semibold">
              <Link href={`/pillars/${number}`} prefetch={false} className="text-ink no-underline hover:underline">
                <span className="text-muted">{number}.</span> {name}
              </Link>
            </h2>
            <LeaderList
              items={subPillars.map(({ code, name: subName, measures, knownIndirectly }) => ({
                href: `/pillars/${number}#${anchorOf(code)}`,
                mark: code,
                name: knownIndirectly ? `${subName} †` : subName,
                measures,
              }))}
            />
          </section>
        ))}
      </div>
    </>
  )
}
