// The decisions on a version, each bound to the digest of the text on this page; one that the person cannot take says why.
import type { ReactNode } from 'react'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { KeptRefusal } from '#components/desk/kept-refusal.tsx'
import { Moment } from '#components/desk/moment.tsx'
import type { VersionState } from '#lib/measures/version.ts'
import type { Check } from '#lib/review/checklist.ts'
import type { Refusal } from '#lib/system/action.ts'

import { Checklist } from './checklist.tsx'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>

type Props = {
  version: {
    ref: string
    number: number
    state: VersionState
    stateChangedAt: Date
    authors: string[]
    head: { number: number; digest: string; authorName: string; createdAt: Date }
  }
  approval: { by: string; at: Date; checked: readonly string[] } | null
  /** What the reviewer ticks before they approve. */
  checks: readonly Check[]
  refused: Record<'approve' | 'return' | 'publish' | 'schedule' | 'take back', string | null>
  actions: { approve: Action; sendBack: Action; publish: Action; takeBack: Action }
  /** Who has taken its review. */
  claim: ReactNode
  /** What is on the schedule for it, or the form that puts it there. */
  schedule: ReactNode
  /** Publication without a second person: the form for it, or what waits for one afterwards. */
  emergency: ReactNode
}

const voided: Partial<Record<VersionState, string>> = {
  approved: ', and the approval is void',
  scheduled: ', and the approval and the schedule are void',
}

export function DecisionPanel({ version, approval, checks, refused, actions, claim, schedule, emergency }: Props) {
  const { head, state } = version
  const about = { ref: version.ref, version: version.number, digest: head.digest }
  return (
    <aside aria-label="Decision" className="space-y-5 self-start border border-rule bg-surface p-4 lg:sticky lg:top-4">
      <dl className="space-y-2 text-sm">
        <Fact name="Written by">{version.authors.join(', ')}</Fact>
        <Fact name="Revision">
          {head.number}, by {head.authorName}, <Moment at={head.createdAt} /> UTC
        </Fact>
        <Fact name="Digest (SHA-256)">
          <code className="break-all">{head.digest}</code>
        </Fact>
        {approval && (
          <Fact name="Approved by">
            {approval.by}, <Moment at={approval.at} /> UTC
            {checks.some(({ name }) => approval.checked.includes(name)) && (
              <ul className="mt-1 list-disc pl-5 text-muted">
                {checks
                  .filter(({ name }) => approval.checked.includes(name))
                  .map(({ name, question }) => (
                    <li key={name}>{question}</li>
                  ))}
              </ul>
            )}
          </Fact>
        )}
      </dl>
      <KeptRefusal>
        {state === 'in_review' && (
          <>
            {claim}
            <hr className="border-rule" />
            <DecisionForm
              action={actions.approve}
              about={about}
              label="Approve this text"
              busyLabel="Approving…"
              variant="primary"
              refused={refused.approve}
            >
              {refused.approve === null && <Checklist checks={checks} />}
            </DecisionForm>
            <hr className="border-rule" />
            <DecisionForm
              action={actions.sendBack}
              about={about}
              label="Return"
              busyLabel="Returning…"
              refused={refused.return}
              reason={{ label: 'Return with a reason', hint: 'What has to be mended. The authors read it.', key: 'r' }}
            />
          </>
        )}
        {state === 'approved' && (
          <DecisionForm
            action={actions.publish}
            about={about}
            label="Publish"
            busyLabel="Publishing…"
            variant="primary"
            refused={refused.publish}
          />
        )}
        {schedule}
        {(state === 'in_review' || state === 'approved' || state === 'scheduled') && refused['take back'] === null && (
          <>
            <hr className="border-rule" />
            <DecisionForm action={actions.takeBack} about={{ ...about, state }} label="Take back for editing" busyLabel="Taking back…">
              <p className="text-sm text-muted">It becomes a draft again{voided[state] ?? ''}.</p>
            </DecisionForm>
          </>
        )}
        {state === 'published' && (
          <p>
            Published. <a href={`/measures/${version.ref}`}>Read the public page</a>
          </p>
        )}
        {state !== 'draft' && state !== 'in_review' && state !== 'returned' && emergency}
        {(state === 'draft' || state === 'returned') && (
          <p>
            Not in review. <a href={`/desk/measures/${version.ref}/edit`}>Go on with the draft</a>
          </p>
        )}
        {(state === 'draft' || state === 'in_review' || state === 'returned') && emergency}
      </KeptRefusal>
    </aside>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
