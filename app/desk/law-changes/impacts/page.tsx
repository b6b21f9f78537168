// All impacts that wait to be settled, of every law change.
import Link from 'next/link'
import { ImpactWorklist } from '#components/law-changes/impact-worklist.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { impactFilterOf } from '#lib/law-changes/impact-filter.ts'
import { impactChoices, impactWorklist } from '#lib/law-changes/queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const metadata = { title: 'Impacts' }

export default async function ImpactsPage({ searchParams }: PageProps<'/desk/law-changes/impacts'>) {
  const actor = await requireActor('/desk/law-changes/impacts')
  const { filter, asked } = impactFilterOf(await searchParams)
  const now = systemClock()
  const [list, choices] = await Promise.all([impactWorklist(actor, filter, now), impactChoices(actor)])
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/law-changes">Law changes</Link>
      </p>
      <h1 className="mt-1 mb-6 text-3xl font-semibold">Impacts</h1>
      <ImpactWorklist
        list={list}
        choices={choices}
        address="/desk/law-changes/impacts"
        asked={asked}
        today={now.toISOString().slice(0, 10)}
        withChange
      />
    </>
  )
}
