// The review of a version: what changes against the published one, the whole text, and the decision, bound to the digest on this page.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReturnedNote } from '#components/desk/returned-note.tsx'
import { StateBadge } from '#components/desk/state-badge.tsx'
import { MeasureText } from '#components/measures/measure-text.tsx'
import { PreviewPanel } from '#components/previews/preview-panel.tsx'
import { ChosenEvents } from '#components/review/chosen-events.tsx'
import { ClaimPanel } from '#components/review/claim-panel.tsx'
import { CommentableText, CommentingProvider } from '#components/review/commenting.tsx'
import { Comments } from '#components/review/comments.tsx'
import { Comparison } from '#components/review/comparison.tsx'
import { DecisionPanel } from '#components/review/decision-panel.tsx'
import { AfterwardsPanel, EmergencyForm } from '#components/review/emergency-panel.tsx'
import { Findings } from '#components/review/findings.tsx'
import { QueueSteps } from '#components/review/queue-steps.tsx'
import { ReadingChoice } from '#components/review/reading-choice.tsx'
import { SchedulePanel } from '#components/review/schedule-panel.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { timeZoneOf } from '#lib/accounts/queries.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { findingsOf, sortFindings } from '#lib/measures/checker.ts'
import { compareAtDesk } from '#lib/measures/compare-at-desk.ts'
import { emptyContent } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { checkContext, comparedWith, deskMeasure, versionForDesk } from '#lib/measures/queries.ts'
import { stateNames } from '#lib/measures/version.ts'
import { whyNotShare } from '#lib/previews/preview.ts'
import { previewsOf } from '#lib/previews/queries.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { readableText } from '#lib/published/readable-text.ts'
import { checklistOf } from '#lib/review/checklist.ts'
import { claimOn, reviewersFor } from '#lib/review/claim-queries.ts'
import { heldUp, whyNotComment, whyNotInsist, whyNotSettle } from '#lib/review/comment.ts'
import { threadsOf } from '#lib/review/comment-queries.ts'
import { whyNotAfterwards } from '#lib/review/emergency.ts'
import { emergencyForDesk, overruledBy } from '#lib/review/emergency-queries.ts'
import { zones } from '#lib/review/local-time.ts'
import { approvalOf, returnsOf } from '#lib/review/queries.ts'
import { neighboursInQueue } from '#lib/review/queue-queries.ts'
import { scheduleOf } from '#lib/review/schedule-queries.ts'
import { type Transition, whyNotNow } from '#lib/review/workflow.ts'
import { systemClock } from '#lib/system/clock.ts'
import { NotFound } from '#lib/system/errors.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { amend, takeBackVersion } from '../../measures/actions.ts'
import { endPreview, makePreview } from '../../previews/actions.ts'
import { cancelScheduled, retryScheduled, scheduleVersion } from '../../schedule/actions.ts'
import {
  answerThread,
  approveLater,
  approveVersion,
  beginThread,
  publishUrgently,
  publishVersion,
  sendBack,
  settleThread,
  takeReview,
} from '../actions.ts'

export async function generateMetadata({ params }: PageProps<'/desk/review/[ref]'>) {
  return { title: `Review ${(await params).ref}` }
}

export default async function ReviewVersionPage({ params, searchParams }: PageProps<'/desk/review/[ref]'>) {
  const { ref } = await params
  const actor = await requireActor(`/desk/review/${ref}`)
  const asked = await searchParams
  const measure = await deskMeasure(actor, ref).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const version = asked.version ? await versionForDesk(actor, ref, Number(asked.version)) : (measure.open ?? measure.latest)
  if (!version) notFound()
  const { content, digest } = version.head
  const now = systemClock()
  const earlier = measure.versions.filter(({ number }) => number < version.number)
  const chosen = earlier.find(({ number }) => number === Number(asked.against))
  const changesAlone = asked.show === 'changes'
  const [taxonomy, base, approval, returns, checking, schedule, zone, threads, queue, claim, reviewers, previews, emergency, overruled] =
    await Promise.all([
      pillars(),
      chosen ? versionForDesk(actor, ref, chosen.number) : comparedWith(actor, version),
      approvalOf(actor, version.id, digest),
      returnsOf(actor, version.id),
      checkContext(actor, version, measure.published?.head.content ?? null),
      scheduleOf(actor, version.id),
      timeZoneOf(actor),
      threadsOf(actor, version.id),
      neighboursInQueue(actor, ref),
      claimOn(actor, version),
      reviewersFor(actor, version),
      previewsOf(actor, version.id, now),
      emergencyForDesk(actor, version),
      overruledBy(actor, version),
    ])
  const before = base && ('head' in base ? base.head.content : base.content)
  const nameOf = (code: string) => taxonomy.flatMap(({ subPillars }) => subPillars).find((subPillar) => subPillar.code === code)?.name ?? ''
  const text = measureTextOf(content, { code: version.economy, name: version.economyName }, { pillars: taxonomy })
  const refused = (transition: Transition) => whyNotNow(actor, transition, version)
  const open = threads.filter(({ settledBy }) => settledBy === null)
  const waiting = heldUp(open.filter(({ mustSettle }) => mustSettle).length)
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-center gap-2 text-muted">
          <Link href={`/desk/measures/${ref}`} className="tabular-nums">
            {ref}
          </Link>
          {version.economyName} · version {version.number} <StateBadge state={version.state} />
        </p>
        {queue && <QueueSteps {...queue} />}
      </div>
      <h1 className="mt-1 mb-5 max-w-4xl text-2xl font-semibold">{titleOf(content)}</h1>
      {version.state === 'returned' && <ReturnedNote returns={returns} />}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Findings {...sortFindings(findingsOf(content, checking), content.left)} measureRef={ref} state={version.state} />
          <ChosenEvents bases={content.bases} />
          <ReadingChoice
            address={`/desk/review/${ref}`}
            version={version.number}
            earlier={earlier.map(({ number, state }) => ({ number, said: stateNames[state].toLowerCase() }))}
            against={base?.number ?? null}
            changesAlone={changesAlone}
          />
          <Comparison
            comparison={compareAtDesk(before ?? emptyContent, content, nameOf)}
            against={base ? `version ${base.number}` : null}
            changeKind={content.changeKind}
            changeNote={content.changeNote}
          />
          <CommentingProvider>
            <Comments
              about={{ ref, version: version.number, revision: version.head.number }}
              threads={threads}
              text={readableText(text)}
              refused={{
                comment: whyNotComment(actor, version),
                insist: whyNotInsist(version),
                settle: (thread) => whyNotSettle(actor, version, thread),
              }}
              actions={{ begin: beginThread, answer: answerThread, settle: settleThread }}
            />
            {!changesAlone && (
              <section className="mt-10 border-t border-rule-strong pt-4">
                <h2 className="mb-4 text-xl font-semibold">The text as readers would see it</h2>
                <CommentableText quotes={open.map(({ id, field, quote }) => ({ id, field, quote }))}>
                  <MeasureText measure={text} headingLevel={3} actsAt="/desk/acts" />
                </CommentableText>
              </section>
            )}
          </CommentingProvider>
          <PreviewPanel
            about={{ ref, version: version.number, revision: version.head.number }}
            lines={previews}
            refused={whyNotShare(actor, version)}
            actions={{ share: makePreview, revoke: endPreview }}
          />
        </div>
        <DecisionPanel
          version={version}
          approval={approval}
          checks={checklistOf(content.changeKind)}
          refused={{
            approve: refused('approve') ?? waiting,
            return: refused('return'),
            publish: refused('publish'),
            schedule: refused('schedule'),
            'take back': refused('take back'),
          }}
          actions={{ approve: approveVersion, sendBack, publish: publishVersion, takeBack: takeBackVersion }}
          claim={
            <ClaimPanel
              about={{ ref, version: version.number }}
              claim={claim}
              me={actor.id}
              others={refused('approve') === null ? reviewers.filter(({ id }) => id !== actor.id && id !== claim?.reviewerId) : null}
              action={takeReview}
            />
          }
          emergency={
            emergency ? (
              <AfterwardsPanel
                about={{ ref, version: version.number, digest }}
                emergency={emergency}
                checks={checklistOf(content.changeKind)}
                refused={{
                  approve: whyNotAfterwards(actor, { ...version, administratorId: emergency.administratorId }),
                  amend: measure.open ? `Version ${measure.open.number} is begun already.` : whyNot(actor, 'edit draft', version.economy),
                }}
                current={version.state === 'published'}
                actions={{ approve: approveLater, amend }}
              />
            ) : (
              refused('publish in emergency') === null && (
                <EmergencyForm about={{ ref, version: version.number, digest }} refused={overruled} action={publishUrgently} />
              )
            )
          }
          schedule={
            <SchedulePanel
              version={version}
              schedule={schedule}
              time={{ now: now.toISOString(), zone, zones: zones() }}
              refused={{ schedule: refused('schedule'), cancel: refused('cancel schedule') }}
              back={`/desk/review/${ref}`}
              actions={{ schedule: scheduleVersion, cancel: cancelScheduled, retry: retryScheduled }}
            />
          }
        />
      </div>
    </>
  )
}
