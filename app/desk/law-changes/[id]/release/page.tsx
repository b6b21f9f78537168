// The updates of one law change side by side: read together, approved one by one, published as one release.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { StateBadge } from '#components/desk/state-badge.tsx'
import { ReleaseForm } from '#components/law-changes/release-form.tsx'
import { ComparisonView } from '#components/measures/comparison.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { timeZoneOf } from '#lib/accounts/queries.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { lawChangeForDesk, type PreparedUpdate, preparedUpdates } from '#lib/law-changes/queries.ts'
import { compareAtDesk } from '#lib/measures/compare-at-desk.ts'
import { emptyContent } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { checklistOf } from '#lib/review/checklist.ts'
import { zones } from '#lib/review/local-time.ts'
import { systemClock } from '#lib/system/clock.ts'
import { NotFound } from '#lib/system/errors.ts'
import { release } from '../../actions.ts'

export const metadata = { title: 'Release' }

const noName = () => ''

function Changes({ update: { before, version } }: { update: PreparedUpdate }) {
  const { content } = version.head
  return (
    <>
      <p className="mt-2 max-w-2xl border-l-4 border-rule-strong pl-3 whitespace-pre-wrap">{content.changeNote}</p>
      <ComparisonView comparison={compareAtDesk(before ?? emptyContent, content, noName)} headingLevel={3} />
    </>
  )
}

export default async function ReleasePage({ params }: PageProps<'/desk/law-changes/[id]/release'>) {
  const id = Number((await params).id)
  const actor = await requireActor(`/desk/law-changes/${id}/release`)
  const lawChange = await lawChangeForDesk(actor, id).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const [updates, zone] = await Promise.all([preparedUpdates(actor, id), timeZoneOf(actor)])
  const waiting = updates.filter(({ version }) => version.state === 'draft' || version.state === 'returned')
  const scheduled = updates.filter(({ version }) => version.state === 'scheduled')
  const items = updates.flatMap((update) => {
    const { version, approvedBy } = update
    const { state } = version
    if (state !== 'in_review' && state !== 'approved') return []
    const mine = version.authorIds.includes(actor.id) ? ' You wrote part of it: somebody else approves it.' : ''
    return {
      ref: version.ref,
      version: version.number,
      digest: version.head.digest,
      title: titleOf(version.head.content),
      state,
      about: (
        <p className="text-sm text-muted">
          {version.economyName} · written by {version.authors.join(', ')}
          {approvedBy && state === 'approved' ? ` · approved by ${approvedBy}` : ''}.{mine}
        </p>
      ),
      changes: <Changes update={update} />,
    }
  })
  return (
    <>
      <p className="text-muted">
        <Link href={`/desk/law-changes/${id}`}>{lawChange.name}</Link> · {lawChange.act.title}
      </p>
      <h1 className="mt-1 text-3xl font-semibold">Release</h1>
      <p className="mt-2 max-w-2xl">
        What is published here together appears as one change, with the note of the law change: all of it, or none.
      </p>
      {scheduled.length > 0 && (
        <section aria-labelledby="scheduled" className="mt-6 max-w-3xl">
          <h2 id="scheduled" className="text-xl font-semibold">
            On the schedule <span className="font-sans text-base font-normal text-muted">{scheduled.length}</span>
          </h2>
          <p className="mt-1 text-sm text-muted">
            When, and which of them together, is on the <Link href="/desk/schedule">schedule</Link>. Cancelled at one measure, the whole of
            its release is off.
          </p>
          <ul className="mt-2 border-b border-rule">
            {scheduled.map(({ version }) => (
              <li key={version.ref} className="flex flex-wrap items-baseline gap-x-3 border-t border-rule py-2.5">
                <Link href={`/desk/review/${version.ref}`} className="tabular-nums">
                  {version.ref}
                </Link>
                <span className="font-serif">{titleOf(version.head.content)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <ul aria-label="Not in review yet" className="mt-6 max-w-3xl border-b border-rule">
          {waiting.map(({ version }) => (
            <li key={version.ref} className="flex flex-wrap items-baseline gap-x-3 border-t border-rule py-2.5">
              <Link href={`/desk/measures/${version.ref}/edit`} className="tabular-nums">
                {version.ref}
              </Link>
              <span className="font-serif">{titleOf(version.head.content)}</span> <StateBadge state={version.state} />
            </li>
          ))}
        </ul>
      )}
      <ReleaseForm
        lawChangeId={id}
        items={items}
        action={release}
        checks={checklistOf('amendment')}
        refused={{
          approve: whyNot(actor, 'approve', null),
          publish: whyNot(actor, 'publish', null),
          schedule: whyNot(actor, 'schedule', null),
        }}
        time={{ now: systemClock().toISOString(), zone, zones: zones() }}
      />
    </>
  )
}
