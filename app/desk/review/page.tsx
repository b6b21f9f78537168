// The review queue: what waits for a second person, the longest waiting first.
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { requireActor } from '#lib/accounts/session.ts'
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
  const queue = await reviewQueue(actor)
  const inReview = queue.filter(({ state }) => state === 'in_review').map(row)
  const approved = queue.filter(({ state }) => state === 'approved').map(row)
  return (
    <>
      <h1 className="text-3xl font-semibold">Review</h1>
      <Section title="In review" count={inReview.length} empty="Nothing is in review. What editors submit appears here.">
        <VersionTable caption="Versions in review, the longest waiting first" rows={inReview} />
      </Section>
      <Section title="Approved, to be published" count={approved.length} empty="Nothing waits to be published.">
        <VersionTable caption="Approved versions, the longest waiting first" rows={approved} />
      </Section>
    </>
  )
}
