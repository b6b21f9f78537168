// What is on the schedule for one version: when, by whom, and the ways out; or why it failed, and the way to try again.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { ahead, written } from '#lib/review/local-time.ts'
import type { ScheduleLine } from '#lib/review/schedule-queries.ts'
import type { Refusal } from '#lib/system/action.ts'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>

type Props = {
  schedule: ScheduleLine
  now: Date
  /** Why the person may not decide on it. */
  refused: string | null
  /** Where they are. */
  back: string
  actions: { cancel: Action; retry: Action }
}

const names = { publish: 'publication', withdraw: 'withdrawal' }
const coming = { publish: 'To be published on', withdraw: 'To be withdrawn on' }

export function ScheduleNote({ schedule, now, refused, back, actions }: Props) {
  const { id, deed, state, by, dueAt, problem, release } = schedule
  const when = written({ local: schedule.localTime, zone: schedule.zone })
  if (state === 'failed') {
    return (
      <div className="space-y-3">
        <Banner tone="bad">
          <p>
            The {names[deed]} of {when}, scheduled by {by}, failed: {problem}
          </p>
        </Banner>
        <DecisionForm
          action={actions.retry}
          about={{ schedule: id, back }}
          label={release ? `Try the release of ${release.measures} again now` : 'Try again now'}
          busyLabel="Trying…"
          refused={refused}
        />
      </div>
    )
  }
  return (
    <div className="space-y-3">
      <Banner tone="good">
        <p>
          {coming[deed]} <time dateTime={dueAt.toISOString()}>{when}</time>
          <span className="block text-sm">
            {ahead(dueAt, now)} · {dueAt.toISOString().slice(0, 16).replace('T', ' ')} UTC · scheduled by {by}
          </span>
          {release && <span className="block text-sm">One of a release of {release.measures}: all at that moment, or none.</span>}
        </p>
      </Banner>
      <DecisionForm
        action={actions.cancel}
        about={{ schedule: id, back }}
        label={release ? `Cancel the release of ${release.measures}` : `Cancel the ${names[deed]}`}
        busyLabel="Cancelling…"
        refused={refused}
      />
    </div>
  )
}
