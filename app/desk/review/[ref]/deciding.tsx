// What can be decided on a version, and what was: each decision bound to the digest of the text on this page.
import { ClaimPanel } from '#components/review/claim-panel.tsx'
import { DecisionPanel } from '#components/review/decision-panel.tsx'
import { AfterwardsPanel, EmergencyForm } from '#components/review/emergency-panel.tsx'
import { SchedulePanel } from '#components/review/schedule-panel.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { timeZoneOf } from '#lib/accounts/queries.ts'
import type { DeskMeasure, OneVersion } from '#lib/measures/queries.ts'
import { checklistOf } from '#lib/review/checklist.ts'
import { claimOn, reviewersFor } from '#lib/review/claim-queries.ts'
import { heldUp } from '#lib/review/comment.ts'
import { threadsOf } from '#lib/review/comment-queries.ts'
import { whyNotAfterwards } from '#lib/review/emergency.ts'
import { emergencyForDesk, overruledBy } from '#lib/review/emergency-queries.ts'
import { zones } from '#lib/review/local-time.ts'
import { approvalOf } from '#lib/review/queries.ts'
import { scheduleOf } from '#lib/review/schedule-queries.ts'
import { type Transition, whyNotNow } from '#lib/review/workflow.ts'
import type { Actor } from '#lib/system/actor.ts'
import { systemClock } from '#lib/system/clock.ts'
import { amend, takeBackVersion } from '../../measures/actions.ts'
import { cancelScheduled, retryScheduled, scheduleVersion } from '../../schedule/actions.ts'
import { approveLater, approveVersion, publishUrgently, publishVersion, sendBack, takeReview } from '../actions.ts'

export async function Deciding({ actor, measure, version }: { actor: Actor; measure: DeskMeasure; version: OneVersion }) {
  const { ref } = version
  const { content, digest } = version.head
  const now = systemClock()
  const [approval, schedule, zone, threads, claim, reviewers, emergency, overruled] = await Promise.all([
    approvalOf(actor, version.id, digest),
    scheduleOf(actor, version.id),
    timeZoneOf(actor),
    threadsOf(actor, version.id),
    claimOn(actor, version),
    reviewersFor(actor, version),
    emergencyForDesk(actor, version),
    overruledBy(actor, version),
  ])
  const refused = (transition: Transition) => whyNotNow(actor, transition, version)
  const waiting = heldUp(threads.filter(({ settledBy, mustSettle }) => mustSettle && settledBy === null).length)
  return (
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
  )
}
