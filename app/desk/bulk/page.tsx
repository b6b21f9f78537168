// What the signed-in person did to several measures at once.
import Link from 'next/link'
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import { type WorkColumn, WorkTable } from '#components/desk/work-table.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { bulkStateNames, deedNames } from '#lib/bulk/bulk.ts'
import { myBulks } from '#lib/bulk/queries.ts'

export const metadata = { title: 'Bulk changes' }

const columns: readonly WorkColumn[] = [
  { name: 'What' },
  { name: 'State', className: 'w-28' },
  { name: 'Results', className: 'hidden w-64 sm:table-cell' },
  { name: 'Planned (UTC)', className: 'hidden w-36 sm:table-cell' },
]

export default async function BulksPage() {
  const bulks = await myBulks(await requireActor('/desk/bulk'))
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/measures">Measures</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">Bulk changes</h1>
      <Section
        title="What I planned and did"
        count={bulks.length}
        empty={
          <>
            Nothing yet. Choose measures in <Link href="/desk/measures">the list</Link>, and what to do with them.
          </>
        }
      >
        <WorkTable caption="Deeds for several measures, the newest first" columns={columns}>
          {bulks.map(({ id, deed, state, at, total, counts, person, subPillar }) => (
            <tr key={id} className="border-b border-rule align-top">
              <td className="py-2.5 pr-4">
                <Link href={`/desk/bulk/${id}`} prefetch={false} className="font-medium text-ink">
                  {deedNames[deed].label}: {total.toLocaleString('en')} {total === 1 ? 'measure' : 'measures'}
                </Link>
                {(person || subPillar) && <p className="text-sm text-muted">to {person || subPillar}</p>}
              </td>
              <td className="py-2.5 pr-4 text-sm">{bulkStateNames[state]}</td>
              <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">
                {state === 'planned'
                  ? `${counts.waiting} can be done, ${counts.refused} cannot`
                  : `${counts.done} done, ${counts.refused + counts.failed} refused or failed, ${counts.waiting} to do`}
              </td>
              <td className="hidden py-2.5 text-sm text-muted sm:table-cell">
                <Moment at={at} />
              </td>
            </tr>
          ))}
        </WorkTable>
      </Section>
    </>
  )
}
