// The answer that an impact has: the version that was started for it, or the “not affected” that a second person checks.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import type { VersionState } from '#lib/measures/version.ts'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  impact: {
    id: number
    ref: string
    state: string
    answer: {
      id: number
      outcome: 'updated' | 'not_affected'
      reason: string
      answererName: string
      createdAt: Date
      version: { number: number; state: VersionState } | null
      check: { accepted: boolean; reason: string; checkerName: string; createdAt: Date } | null
    } | null
  }
  check: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
  refused: { accept: string | null; decline: string | null }
  mine: boolean
}

export function AnswerPanel({ impact: { id, ref, state, answer }, check, refused, mine }: Props) {
  if (!answer) return null
  const about = { impactId: id, answerId: answer.id }
  const editable = answer.version?.state === 'draft' || answer.version?.state === 'returned'
  return (
    <>
      {answer.outcome === 'updated' && answer.version && (
        <div className="space-y-3">
          <p>
            {answer.answererName} started version {answer.version.number} for it, <Moment at={answer.createdAt} /> UTC.{' '}
            {answer.version.state === 'discarded' && 'It was discarded.'}
          </p>
          {state === 'being updated' && (
            <Link
              href={editable ? `/desk/measures/${ref}/edit` : `/desk/review/${ref}?version=${answer.version.number}`}
              className={buttonClass('primary')}
            >
              {editable ? `Go on with version ${answer.version.number}` : `Read version ${answer.version.number}`}
            </Link>
          )}
          {state === 'updated' && <Link href={`/measures/${ref}`}>Read the public page</Link>}
        </div>
      )}
      {answer.outcome === 'not_affected' && (
        <div>
          <p>
            {answer.answererName} said “not affected”, <Moment at={answer.createdAt} /> UTC:
          </p>
          <blockquote className="mt-1 border-l-4 border-rule-strong pl-3 font-serif whitespace-pre-wrap">{answer.reason}</blockquote>
          {answer.check && (
            <p className="mt-2">
              {answer.check.checkerName} {answer.check.accepted ? 'checked and accepted it' : 'declined it'},{' '}
              <Moment at={answer.check.createdAt} /> UTC
              {answer.check.reason && `: “${answer.check.reason}”`}
            </p>
          )}
        </div>
      )}
      {state === 'to check' && (
        <>
          <DecisionForm
            action={check}
            about={{ ...about, decision: 'accept' }}
            label="Accept: not affected"
            busyLabel="Settling…"
            variant="primary"
            refused={refused.accept}
          />
          <hr className="border-rule" />
          <DecisionForm
            action={check}
            about={{ ...about, decision: 'decline' }}
            label={mine ? 'Take it back' : 'Decline'}
            busyLabel="Reopening…"
            refused={refused.decline}
            {...(mine ? {} : { reason: { label: 'Decline with a reason' } })}
          />
        </>
      )}
    </>
  )
}
