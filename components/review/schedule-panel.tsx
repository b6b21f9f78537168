// The schedule of a version under review: the form that puts an approved text on it, or what stands there.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import type { VersionState } from '#lib/measures/version.ts'
import type { ScheduleLine } from '#lib/review/schedule-queries.ts'
import type { Refusal } from '#lib/system/action.ts'
import { ScheduleNote } from './schedule-note.tsx'
import { type TimeDefaults, TimeFields } from './time-fields.tsx'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>

type Props = {
  version: { ref: string; number: number; state: VersionState; head: { digest: string } }
  schedule: ScheduleLine | null
  time: TimeDefaults
  refused: { schedule: string | null; cancel: string | null }
  back: string
  actions: { schedule: Action; cancel: Action; retry: Action }
}

export function SchedulePanel({ version, schedule, time, refused, back, actions }: Props) {
  const { ref, number, state, head } = version
  const failed = schedule?.state === 'failed'
  return (
    <>
      {schedule?.deed === 'publish' && (
        <ScheduleNote
          schedule={schedule}
          now={new Date(time.now)}
          refused={failed ? refused.schedule : refused.cancel}
          back={back}
          actions={actions}
        />
      )}
      {state === 'approved' && (
        <details>
          <summary className="cursor-pointer text-muted">Publish at a time…</summary>
          <div className="mt-3">
            <DecisionForm
              action={actions.schedule}
              about={{ ref, version: number, digest: head.digest }}
              label="Schedule"
              busyLabel="Scheduling…"
              refused={refused.schedule}
            >
              {refused.schedule === null && <TimeFields {...time} />}
            </DecisionForm>
          </div>
        </details>
      )}
    </>
  )
}
