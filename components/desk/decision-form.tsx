'use client'
// One decision as a form: a button, the reason where one is owed, and the refusal if it was refused. What was typed stays.
import { useRouter } from 'next/navigation'
import { type ReactNode, useActionState, useId } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
  /** What the decision is about, as hidden fields. */
  about: Record<string, string | number>
  label: string
  busyLabel: string
  variant?: 'primary' | 'plain' | 'danger'
  /** Why the person cannot take it; the button then explains instead of acting. */
  refused?: string | null
  reason?: { label: string; hint?: string }
  children?: ReactNode
}

export function DecisionForm({ action, about, label, busyLabel, variant = 'plain', refused = null, reason, children }: Props) {
  const id = useId()
  const router = useRouter()
  const [refusal, submit, busy] = useActionState(async (previous: Refusal | null, form: FormData) => {
    const answer = await action(previous, form)
    // The refusal says what changed meanwhile; the page behind it is read anew. React empties the form: what was typed goes back in.
    if (answer?.kind === 'stale') router.refresh()
    return answer && { ...answer, typed: String(form.get('reason') ?? '') }
  }, null) as [(Refusal & { typed?: string }) | null, (form: FormData) => void, boolean]
  return (
    <form action={submit} className="space-y-2">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refusal && (
        <Banner tone={refusal.kind === 'stale' ? 'warn' : 'bad'} role="alert">
          {refusal.message}
        </Banner>
      )}
      {reason && refused === null && (
        <div>
          <label htmlFor={id} className="block text-sm font-semibold">
            {reason.label}
          </label>
          {reason.hint && (
            <p id={`${id}-hint`} className="text-sm text-muted">
              {reason.hint}
            </p>
          )}
          <textarea
            key={refusal?.typed}
            id={id}
            name="reason"
            rows={3}
            maxLength={5000}
            defaultValue={refusal?.typed ?? ''}
            aria-describedby={reason.hint ? `${id}-hint` : undefined}
            className="mt-1 w-full rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5"
          />
        </div>
      )}
      {children}
      {refused === null ? (
        <Button type="submit" variant={variant} unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
          {busy ? busyLabel : label}
        </Button>
      ) : (
        <>
          <Button variant={variant} unavailable aria-describedby={`${id}-why`}>
            {label}
          </Button>
          <p id={`${id}-why`} className="text-sm text-muted">
            {refused}
          </p>
        </>
      )}
    </form>
  )
}
