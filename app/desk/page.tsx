// My work: what waits for the signed-in person.
import Link from 'next/link'
import { emergencyRow } from '#components/desk/emergency-row.ts'
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { LawChangesWaiting } from '#components/law-changes/law-changes-waiting.tsx'
import { ScheduleTable } from '#components/review/schedule-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckTable } from '#components/verifications/check-table.tsx'
import { may } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { waitingLawChanges } from '#lib/law-changes/queries.ts'
import { myDrafts } from '#lib/measures/list-queries.ts'
import { waitingEmergencies } from '#lib/review/emergency-queries.ts'
import { measuresToCheck, reviewQueue, waitingWithdrawals } from '#lib/review/queries.ts'
import { onSchedule } from '#lib/review/schedule-queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const metadata = { title: 'My work' }

export default async function MyWorkPage() {
  const actor = await requireActor('/desk')
  const reviews = may(actor, 'approve', null)
  const now = systemClock()
  const today = now.toISOString().slice(0, 10)
  const [mine, queue, withdrawals, due, lawChanges, schedule, emergencies] = await Promise.all([
    myDrafts(actor),
    reviews ? reviewQueue(actor) : [],
    reviews ? waitingWithdrawals(actor) : [],
    measuresToCheck(actor, { economies: actor.economies, dueBy: today, limit: 5 }),
    waitingLawChanges(actor, now),
    reviews ? onSchedule(actor) : [],
    reviews ? waitingEmergencies(actor) : [],
  ])
  const failed = schedule.filter(({ state }) => state === 'failed')
  const edit = mine.map((line) => ({ ...line, note: line.returned ?? '', href: `/desk/measures/${line.ref}/edit` }))
  const read = mine.map((line) => ({ ...line, href: `/desk/review/${line.ref}` }))
  const returned = edit.filter(({ state }) => state === 'returned')
  const drafts = edit.filter(({ state }) => state === 'draft')
  const underReview = read.filter(({ state }) => state !== 'draft' && state !== 'returned')
  const toReview = queue
    .filter((line) => line.state === 'in_review' && !line.mine)
    .map((line) => ({ ...line, note: line.takenBy === null ? '' : `Taken by ${line.takenBy}`, href: `/desk/review/${line.ref}` }))
  const toPublish = queue.filter((line) => line.state === 'approved').map((line) => ({ ...line, href: `/desk/review/${line.ref}` }))
  const toConfirm = withdrawals
    .filter(({ mine }) => !mine)
    .map((line) => ({
      ...line,
      state: 'published' as const,
      author: line.by,
      note: `Withdrawal asked${line.when === null ? '' : ` for ${line.when}`}: ${line.reason}`,
      href: `/desk/measures/${line.ref}`,
    }))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">My work</h1>
        <div className="flex gap-2">
          <Link href="/desk/imports" className={buttonClass()}>
            Import a page
          </Link>
          <Link href="/desk/measures/new" className={buttonClass('primary')}>
            New measure
          </Link>
        </div>
      </div>
      {failed.length > 0 && (
        <Section title="Failed on the schedule" count={failed.length}>
          <ScheduleTable caption="What was scheduled and failed" rows={failed} now={now} />
        </Section>
      )}
      {reviews && (
        <>
          {emergencies.length > 0 && (
            <Section title="Published in an emergency, waiting for approval" count={emergencies.length}>
              <VersionTable
                caption="Versions published in an emergency, the longest waiting first"
                who="Published by"
                rows={emergencies.map(emergencyRow)}
              />
            </Section>
          )}
          <Section title="Waiting for my review" count={toReview.length} empty="Nothing waits for your review.">
            <VersionTable caption="Versions that wait for my review, the longest waiting first" rows={toReview} />
          </Section>
          {toPublish.length > 0 && (
            <Section title="Approved, to be published" count={toPublish.length}>
              <VersionTable caption="Approved versions" rows={toPublish} />
            </Section>
          )}
          {toConfirm.length > 0 && (
            <Section title="Withdrawals to decide" count={toConfirm.length}>
              <VersionTable caption="Requested withdrawals" rows={toConfirm} />
              {toConfirm.length > 1 && (
                <p className="mt-2">
                  <Link href="/desk/measures?state=withdrawal+asked">Choose several of them in the list</Link>
                </p>
              )}
            </Section>
          )}
        </>
      )}
      <LawChangesWaiting {...lawChanges} today={today} />
      <Section title="Returned to me" count={returned.length} empty="Nothing was returned to you.">
        <VersionTable caption="Versions returned to me" rows={returned} />
      </Section>
      <Section
        title="My drafts"
        count={drafts.length}
        empty={
          <>
            No drafts. <Link href="/desk/measures">Find a measure</Link> to amend, or <Link href="/desk/measures/new">begin a new one</Link>
            .
          </>
        }
      >
        <VersionTable caption="My drafts, the last touched first" rows={drafts} />
      </Section>
      {underReview.length > 0 && (
        <Section title="Mine, with the reviewers" count={underReview.length}>
          <VersionTable caption="My versions with the reviewers" rows={underReview} />
        </Section>
      )}
      {due.total > 0 && (
        <Section title="Due for checking against the sources" count={due.total}>
          <CheckTable caption="Measures due for checking, the longest due first" rows={due.items} today={today} />
          {due.total > due.items.length && (
            <p className="mt-2">
              <Link href="/desk/verifications/measures?due=1&mine=1">All {due.total} that are due</Link>
            </p>
          )}
        </Section>
      )}
    </>
  )
}
