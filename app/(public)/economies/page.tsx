// All economies, by name, with their numbers of measures.
import type { Metadata } from 'next'
import { LeaderList } from '#components/site/leader-list.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { listEconomies } from '#lib/published/queries.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'Economies',
  description: 'All economies with published measures on digital trade.',
  alternates: { canonical: '/economies' },
}

export default async function EconomiesPage() {
  const { items } = await listEconomies()
  const lines = items.map(({ code, name, measures }) => ({ href: `/economies/${code}`, mark: code, name, measures }))
  const covered = lines.filter(({ measures }) => measures > 0)
  return (
    <>
      <PageHeading title="Economies">
        <p>Countries and customs territories, by their ISO 3166-1 codes. The numbers are those of their current measures.</p>
      </PageHeading>
      {covered.length > 0 ? <LeaderList columns items={covered} /> : <p>Nothing has been published yet.</p>}
      {covered.length < lines.length && (
        <details className="mt-10 border-t border-rule pt-4">
          <summary className="cursor-pointer text-muted hover:text-ink">
            {lines.length - covered.length} economies without a measure yet
          </summary>
          <div className="mt-4">
            <LeaderList columns items={lines.filter(({ measures }) => measures === 0)} />
          </div>
        </details>
      )}
    </>
  )
}
