// All impacts that wait to be settled, of every law change.
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ImpactWorklist } from '#components/law-changes/impact-worklist.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { addressOf, impactFilterOf } from '#lib/law-changes/impact-filter.ts'
import { assignees, impactChoices, impactWorklist } from '#lib/law-changes/impact-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { namesNothing } from '#lib/system/query.ts'
import { answerSeveral } from '../actions.ts'

export const metadata = { title: 'Impacts' }

export default async function ImpactsPage({ searchParams }: PageProps<'/desk/law-changes/impacts'>) {
  const actor = await requireActor('/desk/law-changes/impacts')
  const query = await searchParams
  const { filter, asked } = impactFilterOf(query)
  if (namesNothing(query)) redirect(addressOf('/desk/law-changes/impacts', asked, filter.page))
  const now = systemClock()
  const [list, choices, people] = await Promise.all([
    impactWorklist(actor, filter, now),
    impactChoices(actor, filter, now),
    assignees(actor, filter.economy),
  ])
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/law-changes">Law changes</Link>
      </p>
      <h1 className="mt-1 mb-6 text-3xl font-semibold">Impacts</h1>
      <ImpactWorklist
        list={list}
        choices={choices}
        people={people}
        action={answerSeveral}
        refused={{ settle: whyNot(actor, 'settle impact', null), check: whyNot(actor, 'check impact', null) }}
        address="/desk/law-changes/impacts"
        asked={asked}
        today={now.toISOString().slice(0, 10)}
        withChange
      />
    </>
  )
}
