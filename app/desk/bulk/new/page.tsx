// What is to be done to the measures that were chosen in a list: who, why, where to. Nothing is done here.
import Link from 'next/link'
import { BulkForm } from '#components/bulk/bulk-form.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { bulkDeeds, deedNames, MOST } from '#lib/bulk/bulk.ts'
import { assignees } from '#lib/law-changes/impact-queries.ts'
import { deskFilterOf, deskListAddress } from '#lib/measures/desk-filter.ts'
import { deskMeasures } from '#lib/measures/list-queries.ts'
import { isRef } from '#lib/measures/measure.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { planChosen } from '../actions.ts'

export const metadata = { title: 'Bulk changes' }

export default async function NewBulkPage({ searchParams }: PageProps<'/desk/bulk/new'>) {
  const given = await searchParams
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, of]) => [of ?? []].flat().map((value) => [name, value])))
  const actor = await requireActor(`/desk/bulk/new${query.size > 0 ? `?${query}` : ''}`)
  const deed = bulkDeeds.find((one) => one === given.deed) ?? 'submit'
  const { filter, asked } = deskFilterOf(given)
  const all = given.all !== undefined
  const refs = all ? [] : [...new Set([given.item ?? []].flat().filter(isRef))].slice(0, MOST)
  const [people, taxonomy, total] = await Promise.all([
    deed === 'assign' ? assignees(actor, filter.economy) : [],
    deed === 'move' ? pillars() : [],
    all ? deskMeasures(actor, filter).then((list) => list.total) : refs.length,
  ])
  return (
    <>
      <p className="text-muted">
        <Link href={deskListAddress(asked)}>Measures</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">
        {deedNames[deed].label}: {total.toLocaleString('en')} {total === 1 ? 'measure' : 'measures'}
      </h1>
      {total === 0 ? (
        <p className="mt-4">
          No measure is chosen. <Link href={deskListAddress(asked)}>Choose them in the list</Link>.
        </p>
      ) : (
        <>
          {refs.length > 0 && <p className="mt-3 text-sm text-muted tabular-nums">{refs.join(', ')}</p>}
          <BulkForm action={planChosen} deed={deed} refs={refs} all={all ? asked : null} people={people} pillars={taxonomy} />
        </>
      )}
    </>
  )
}
