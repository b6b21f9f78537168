// Publication in an emergency at the desk: the form of an administrator, and afterwards the second person's decision on what was published.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { Check } from '#lib/review/checklist.ts'
import type { OneEmergency } from '#lib/review/emergency-queries.ts'
import type { Refusal } from '#lib/system/action.ts'
import { Checklist } from './checklist.tsx'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
type About = { ref: string; version: number; digest: string }

/** `refused` is why this version cannot be published so, for somebody who otherwise may. */
export function EmergencyForm({ about, refused, action }: { about: About; refused: string | null; action: Action }) {
  return (
    <details id="emergency" className="border-t border-rule pt-3">
      <summary className="cursor-pointer text-muted">Publish in an emergency…</summary>
      <div className="mt-3 space-y-3">
        <p className="text-sm">
          For what cannot wait for a second person. Readers are told so, with your name and your reason, until somebody who neither wrote
          nor published it approves it afterwards. All reviewers are told at once.
        </p>
        <DecisionForm
          action={action}
          about={about}
          label="Publish without approval"
          busyLabel="Publishing…"
          variant="danger"
          refused={refused}
          reason={{ label: 'Reason, for the public', hint: 'Why it cannot wait, in a sentence or two: at least 20 characters.' }}
        >
          {refused === null && (
            <label className="flex items-baseline gap-2 text-sm">
              <input
                type="checkbox"
                name="confirmed"
                value={about.ref}
                required
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
              />
              I publish {about.ref} without a second person’s approval.
            </label>
          )}
        </DecisionForm>
      </div>
    </details>
  )
}

type AfterwardsProps = {
  about: About
  emergency: OneEmergency
  checks: readonly Check[]
  refused: { approve: string | null; amend: string | null }
  /** Whether it is what the public reads now: then it can be corrected or withdrawn. */
  current: boolean
  actions: { approve: Action; amend: Action }
}

export function AfterwardsPanel({ about, emergency, checks, refused, current, actions }: AfterwardsProps) {
  const { by, at, reason, approved } = emergency
  if (approved)
    return (
      <p className="text-sm">
        Published in an emergency by {by}, approved afterwards by {approved.by} on <Moment at={approved.at} /> UTC. The reason was: “
        {reason}”
      </p>
    )
  return (
    <>
      <Banner tone="warn">
        <p>
          <strong>Waits for an approval.</strong> {by} published it in an emergency on <Moment at={at} /> UTC. Readers are told so:
        </p>
        <blockquote className="mt-1 font-serif text-ink">{reason}</blockquote>
      </Banner>
      <DecisionForm
        action={actions.approve}
        about={about}
        label="Approve afterwards"
        busyLabel="Approving…"
        variant="primary"
        refused={refused.approve}
      >
        {refused.approve === null && <Checklist checks={checks} />}
      </DecisionForm>
      {current && (
        <div className="space-y-2 border-t border-rule pt-3">
          <p className="text-sm font-semibold">If it should not stand</p>
          <DecisionForm
            action={actions.amend}
            about={{ ref: about.ref }}
            label="Begin a correction"
            busyLabel="Opening…"
            refused={refused.amend}
          />
          <p className="text-sm">
            or <Link href={`/desk/measures/${about.ref}#withdraw`}>ask for its withdrawal</Link>.
          </p>
        </div>
      )}
    </>
  )
}
