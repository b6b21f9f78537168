'use client'
// Several updates of one law change, chosen together: approved one by one with a result for each, or published as one release, now or at a time.
import { useRouter } from 'next/navigation'
import { type ReactNode, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Check } from '#lib/review/checklist.ts'
import { Checklist } from '../review/checklist.tsx'
import { type TimeDefaults, TimeFields } from '../review/time-fields.tsx'
import { ItemResults, type SeveralAnswer } from './item-results.tsx'

type Item = {
  ref: string
  version: number
  digest: string
  title: string
  state: 'in_review' | 'approved'
  about: ReactNode
  changes: ReactNode
}

type Props = {
  lawChangeId: number
  items: Item[]
  action: (previous: SeveralAnswer | null, form: FormData) => Promise<SeveralAnswer>
  refused: { approve: string | null; publish: string | null; schedule: string | null }
  time: TimeDefaults
  /** What the reviewer ticks for all that they approve together. */
  checks: readonly Check[]
}

export function ReleaseForm({ lawChangeId, items, action, refused, time, checks }: Props) {
  const router = useRouter()
  const [answer, submit, busy] = useActionState(async (previous: SeveralAnswer | null, form: FormData) => {
    const given = await action(previous, form)
    router.refresh()
    return given
  }, null)
  const inReview = items.filter(({ state }) => state === 'in_review')
  const approved = items.filter(({ state }) => state === 'approved')
  return (
    <>
      {answer && <ItemResults answer={answer} />}
      <Group
        title="In review"
        empty="Nothing is in review."
        items={inReview}
        hidden={{ lawChangeId, step: 'approve' }}
        submit={submit}
        button={busy ? 'Approving…' : 'Approve the chosen'}
        refused={busy ? '' : refused.approve}
      >
        {refused.approve === null && <Checklist checks={checks} />}
      </Group>
      <Group
        title="Approved"
        empty="Nothing is approved yet."
        items={approved}
        hidden={{ lawChangeId, step: 'publish' }}
        submit={submit}
        button={busy ? 'Publishing…' : 'Publish the chosen as one release'}
        refused={busy ? '' : refused.publish}
        otherwise={
          refused.schedule === null && (
            <details>
              <summary className="w-fit cursor-pointer text-muted">Publish at a time…</summary>
              <div className="mt-3 max-w-md space-y-3">
                <TimeFields {...time} />
                <Button type="submit" name="step" value="schedule" unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
                  {busy ? 'Scheduling…' : 'Schedule the chosen as one release'}
                </Button>
                <p className="text-sm text-muted">
                  All of them at that moment, or none: one that is taken back for editing takes the others off the schedule.
                </p>
              </div>
            </details>
          )
        }
      />
    </>
  )
}

type GroupProps = {
  title: string
  empty: string
  items: Item[]
  hidden: Record<string, string | number>
  submit: (form: FormData) => void
  button: string
  refused: string | null
  children?: ReactNode
  /** Another thing that can be done with them. */
  otherwise?: ReactNode
}

function Group({ title, empty, items, hidden, submit, button, refused, children, otherwise }: GroupProps) {
  return (
    <form action={submit} aria-label={title} className="mt-8">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2 className="mb-2 text-xl font-semibold">
        {title} {items.length > 0 && <span className="font-sans text-base font-normal text-muted">{items.length}</span>}
      </h2>
      {items.length === 0 && <p className="border-t border-rule py-3 text-muted">{empty}</p>}
      {items.map((item) => (
        <section key={item.ref} className="border-t border-rule py-4">
          <label className="flex items-baseline gap-2.5">
            <input
              type="checkbox"
              name="item"
              value={`${item.ref}|${item.version}|${item.digest}`}
              defaultChecked
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
            />
            <span>
              <span className="text-muted tabular-nums">{item.ref}</span> <span className="font-serif font-semibold">{item.title}</span>
            </span>
          </label>
          <div className="pl-6.5">
            {item.about}
            <details open>
              <summary className="cursor-pointer text-sm text-muted">What version {item.version} changes</summary>
              {item.changes}
            </details>
          </div>
        </section>
      ))}
      {items.length > 0 && (
        <div className="space-y-4 border-t border-rule-strong pt-4">
          {children}
          <Button
            type="submit"
            variant="primary"
            unavailable={refused !== null}
            onClick={(event) => refused !== null && event.preventDefault()}
          >
            {button}
          </Button>
          {refused && <p className="mt-1 text-sm text-muted">{refused}</p>}
          {otherwise}
        </div>
      )}
    </form>
  )
}
