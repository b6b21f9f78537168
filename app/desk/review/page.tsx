// The review queue: what waits for a second person, the longest waiting first.
import { emergencyRow } from '#components/desk/emergency-row.ts'
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { waitingEmergencies } from '#lib/review/emergency-queries.ts'
import { type QueueLine, reviewQueue } from '#lib/review/queries.ts'

export const metadata = { title: 'Review' }

const row = (line: QueueLine) => ({
  ...line,
  href: `/desk/review/${line.ref}`,
  note: [
    line.mine ? 'You wrote part of this: somebody else decides.' : `Written by ${line.authors.join(', ')}`,
    ...(line.takenBy === null ? [] : [`Taken by ${line.takenBy}`]),
  ].join(' · '),
})

export default async function ReviewPage() {
  const actor = await requireActor('/desk/review')
  const [queue, emergencies] = await Promise.all([reviewQueue(actor), waitingEmergencies(actor)])
  const inReview = queue.filter(({ state }) => state === 'in_review').map(row)
  const approved = queue.filter(({ state }) => state === 'approved').map(row)
  return (
    <>
      <h1 className="text-3xl font-semibold">Review</h1>
      {emergencies.length > 0 && (
        <Section title="Published in an emergency, waiting for approval" count={emergencies.length}>
          <VersionTable
            caption="Versions published in an emergency, the longest waiting first"
            who="Published by"
            rows={emergencies.map(emergencyRow)}
          />
        </Section>
      )}
      <Section title="In review" count={inReview.length} empty="Nothing is in review. What editors submit appears here.">
        <VersionTable caption="Versions in review, the longest waiting first" rows={inReview} />
      </Section>
      <Section title="Approved, to be published" count={approved.length} empty="Nothing waits to be published.">
        <VersionTable caption="Approved versions, the longest waiting first" rows={approved} />
      </Section>
    </>
  )
}
