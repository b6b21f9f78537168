// After how many months the texts of each sub-pillar are due for checking: for all to read, for administrators to set.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { IntervalFields } from '#components/verifications/interval-fields.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { checkIntervals } from '#lib/taxonomy/interval-queries.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { setIntervals } from '../actions.ts'

export const metadata = { title: 'Intervals of checks' }

export default async function IntervalsPage({ searchParams }: PageProps<'/desk/verifications/intervals'>) {
  const actor = await requireActor('/desk/verifications/intervals')
  const [{ saved }, intervals, taxonomy] = await Promise.all([searchParams, checkIntervals(actor), pillars()])
  const refused = whyNot(actor, 'set check interval', null)
  const fields = <IntervalFields pillars={taxonomy} intervals={intervals} readOnly={refused !== null} />
  return (
    <>
      <p>
        <Link href="/desk/verifications">Verification</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">Intervals of checks</h1>
      <p className="mt-2 mb-5 max-w-3xl">
        A published text is due this many months after it was last checked against its sources, or after its first publication. Due dates
        follow at once. {refused}
      </p>
      {typeof saved === 'string' && (
        <Banner tone="good" role="status" className="mb-4 max-w-3xl">
          {saved === '1' ? 'One interval was changed.' : `${Number(saved) || 'No'} intervals were changed.`}
        </Banner>
      )}
      {refused === null ? (
        <DecisionForm action={setIntervals} about={{}} label="Save the intervals" busyLabel="Saving…" variant="primary">
          {fields}
        </DecisionForm>
      ) : (
        fields
      )}
    </>
  )
}
