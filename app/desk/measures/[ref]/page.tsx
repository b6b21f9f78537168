// A measure at the desk: its versions, what can be done with it, and everything that was done.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { EditingNow } from '#components/desk/editing-now.tsx'
import { KeptRefusal } from '#components/desk/kept-refusal.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { WithdrawalPanel } from '#components/desk/withdrawal-panel.tsx'
import { PreviewPanel } from '#components/previews/preview-panel.tsx'
import { ScheduleNote } from '#components/review/schedule-note.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckPanel } from '#components/verifications/check-panel.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { timeZoneOf } from '#lib/accounts/queries.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { trailOf } from '#lib/audit/queries.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { checksOf, deskMeasure } from '#lib/measures/queries.ts'
import { isEditable } from '#lib/measures/version.ts'
import { editorsOf } from '#lib/presence/queries.ts'
import { whyNotShare } from '#lib/previews/preview.ts'
import { previewsOf } from '#lib/previews/queries.ts'
import { zones } from '#lib/review/local-time.ts'
import { waitingWithdrawals } from '#lib/review/queries.ts'
import { scheduleOf } from '#lib/review/schedule-queries.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import { systemClock } from '#lib/system/clock.ts'
import { NotFound } from '#lib/system/errors.ts'
import { endPreview, makePreview } from '../../previews/actions.ts'
import { cancelScheduled, retryScheduled } from '../../schedule/actions.ts'
import { verifyText } from '../../verifications/actions.ts'
import { amend, askWithdrawal, settleWithdrawal } from '../actions.ts'

export async function generateMetadata({ params }: PageProps<'/desk/measures/[ref]'>) {
  return { title: (await params).ref }
}

export default async function DeskMeasurePage({ params }: PageProps<'/desk/measures/[ref]'>) {
  const { ref } = await params
  const actor = await requireActor(`/desk/measures/${ref}`)
  const measure = await deskMeasure(actor, ref).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const { open, published, latest } = measure
  const now = systemClock()
  const [trail, waiting, checks, schedule, zone, editors, previews] = await Promise.all([
    trailOf(actor, ref),
    waitingWithdrawals(actor, ref),
    checksOf(actor, ref),
    published ? scheduleOf(actor, published.id) : null,
    timeZoneOf(actor),
    open ? editorsOf(actor, ref, open.number) : [],
    latest ? previewsOf(actor, latest.id, now) : [],
  ])
  const refused = whyNot(actor, 'edit draft', measure.economy)
  const href = (number: number) =>
    number === open?.number && isEditable(open.state) ? `/desk/measures/${ref}/edit` : `/desk/review/${ref}?version=${number}`
  return (
    <KeptRefusal>
      <p className="text-muted">
        <span className="tabular-nums">{ref}</span> · {measure.economyName}
      </p>
      <h1 className="mt-1 max-w-4xl text-2xl font-semibold">{latest ? titleOf(latest.head.content) : ref}</h1>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
        {open && <span>Responsible: {open.responsible.name}</span>}
        {open && refused === null && <Link href={`/desk/bulk/new?deed=assign&item=${ref}`}>Reassign</Link>}
        {refused === null && (!open || isEditable(open.state)) && (
          <Link href={`/desk/bulk/new?deed=move&item=${ref}`}>Move in the taxonomy</Link>
        )}
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {open && isEditable(open.state) && (
          <Link href={`/desk/measures/${ref}/edit`} className={buttonClass('primary')}>
            Go on with version {open.number}
          </Link>
        )}
        {open && !isEditable(open.state) && (
          <Link href={`/desk/review/${ref}`} className={buttonClass('primary')}>
            Review version {open.number}
          </Link>
        )}
        {!open && <DecisionForm action={amend} about={{ ref }} label="Amend" busyLabel="Opening…" variant="primary" refused={refused} />}
        <Link href={`/desk/measures/${ref}/history`} className={buttonClass()}>
          History
        </Link>
        {published && (
          <Link href={`/measures/${ref}`} className={buttonClass()}>
            Public page
          </Link>
        )}
      </div>
      {open && isEditable(open.state) && <EditingNow measureRef={ref} version={open.number} initial={editors} />}
      <Section title="Versions">
        <VersionTable
          caption="Versions, newest first"
          what="Version"
          who="Begun by"
          rows={measure.versions.map((version) => ({
            ref: `Version ${version.number}`,
            title: `${version.revisions} ${version.revisions === 1 ? 'revision' : 'revisions'}`,
            ...(version.number === published?.number ? { note: 'What the public reads now' } : {}),
            number: version.number,
            state: version.state,
            at: version.stateChangedAt,
            author: version.startedBy,
            href: href(version.number),
          }))}
        />
      </Section>
      {latest && (
        <PreviewPanel
          about={{ ref, version: latest.number, revision: latest.head.number }}
          lines={previews}
          refused={whyNotShare(actor, latest)}
          actions={{ share: makePreview, revoke: endPreview }}
        />
      )}
      {published && (
        <div id="check">
          <CheckPanel
            text={published}
            today={now.toISOString().slice(0, 10)}
            checks={checks}
            refused={whyNot(actor, 'verify', measure.economy)}
            action={verifyText}
          />
        </div>
      )}
      {published && (
        <WithdrawalPanel
          about={{ ref, version: published.number }}
          waiting={waiting[0] ?? null}
          scheduled={
            schedule && (
              <ScheduleNote
                schedule={schedule}
                now={now}
                refused={whyNot(actor, schedule.mine ? 'request withdrawal' : 'schedule', measure.economy)}
                back={`/desk/measures/${ref}`}
                actions={{ cancel: cancelScheduled, retry: retryScheduled }}
              />
            )
          }
          time={{ now: now.toISOString(), zone, zones: zones() }}
          ask={askWithdrawal}
          askRefused={whyNotNow(actor, 'request withdrawal', published)}
          settle={settleWithdrawal}
          confirmRefused={
            waiting[0]?.mine
              ? 'You asked for this withdrawal, so somebody else has to confirm it.'
              : whyNotNow(actor, 'confirm withdrawal', published)
          }
        />
      )}
      <Section title="What was done" count={trail.length} empty="Nothing yet.">
        <ol className="border-t border-rule">
          {trail.map((entry) => (
            <li key={entry.id} className="grid gap-x-4 border-b border-rule py-1.5 text-sm sm:grid-cols-[9rem_1fr]">
              <span className="text-muted">
                <Moment at={entry.at} />
              </span>
              <span>
                <strong className="font-semibold">{entry.who}</strong> {entry.what}
                {entry.version !== null && <span className="text-muted"> · version {entry.version}</span>}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </KeptRefusal>
  )
}
