// The withdrawal of a published version: asking for it with a public reason, and the second person's decision.
import type { ReactNode } from 'react'
import type { TimeDefaults } from '#components/review/time-fields.tsx'
import { WithdrawalTime } from '#components/review/withdrawal-time.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { Refusal } from '#lib/system/action.ts'
import { DecisionForm } from './decision-form.tsx'
import { Moment } from './moment.tsx'
import { Section } from './section.tsx'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>

type Props = {
  about: { ref: string; version: number }
  waiting: { reason: string; by: string; at: Date; mine: boolean; when: string | null } | null
  /** What is on the schedule for it already. */
  scheduled: ReactNode
  time: TimeDefaults
  ask: Action
  askRefused: string | null
  settle: Action
  confirmRefused: string | null
}

export function WithdrawalPanel({ about, waiting, scheduled, time, ask, askRefused, settle, confirmRefused }: Props) {
  if (scheduled) return <Section title="Withdrawal on the schedule">{scheduled}</Section>
  if (waiting === null) {
    return (
      <details id="withdraw" className="mt-8 border-t border-rule pt-3">
        <summary className="cursor-pointer text-muted">Withdraw the published version…</summary>
        <div className="mt-3 max-w-2xl">
          <p className="mb-3">
            A withdrawn measure keeps its address and its history; in place of its text readers see the reason. A second person has to
            confirm.
          </p>
          <DecisionForm
            action={ask}
            about={about}
            label="Ask for the withdrawal"
            busyLabel="Asking…"
            variant="danger"
            refused={askRefused}
            reason={{ label: 'Reason, for the public', hint: 'One or two sentences, such as “Entered twice: see KZ-0007.”' }}
          >
            {askRefused === null && <WithdrawalTime {...time} />}
          </DecisionForm>
        </div>
      </details>
    )
  }
  return (
    <Section title="Withdrawal asked for">
      <Banner tone="warn">
        <p>
          {waiting.by} asked on <Moment at={waiting.at} /> UTC that version {about.version} be withdrawn
          {waiting.when && ` on ${waiting.when}`}. The reason that readers would see:
        </p>
        <blockquote className="mt-1 font-serif text-ink">{waiting.reason}</blockquote>
      </Banner>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <DecisionForm
          action={settle}
          about={{ ...about, decision: 'confirm' }}
          label="Confirm the withdrawal"
          busyLabel="Withdrawing…"
          variant="danger"
          refused={confirmRefused}
        />
        <DecisionForm
          action={settle}
          about={{ ...about, decision: 'decline' }}
          label={waiting.mine ? 'Take the request back' : 'Decline'}
          busyLabel="Declining…"
          refused={waiting.mine ? null : confirmRefused}
        />
      </div>
    </Section>
  )
}
