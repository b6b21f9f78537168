'use client'
// One decision as a form: a button, the reason where one is owed, and the refusal if it was refused. What was typed and ticked stays.
import { unstable_rethrow, useRouter } from 'next/navigation'
import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Refusal } from '#lib/system/action.ts'
import { useKeptRefusal } from './kept-refusal.tsx'
import { Refused } from './refused.tsx'

type Props = {
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
  /** What the decision is about, as hidden fields. */
  about: Record<string, string | number>
  label: string
  busyLabel: string
  variant?: 'primary' | 'plain' | 'danger'
  small?: boolean
  /** Why the person cannot take it; the button then explains instead of acting. */
  refused?: string | null
  /** `key` is the one that leads to it (see the keys of the desk). */
  /** `text` stands there to begin with. */
  reason?: { label: string; hint?: string; key?: string; text?: string }
  children?: ReactNode
}

type Last = { refusal: Refusal | null; typed: string; given?: FormData } | null

const unreachable: Refusal = { ok: false, kind: 'failed', message: 'The server cannot be reached. Nothing was decided; try again.' }

export function DecisionForm({
  action,
  about,
  label,
  busyLabel,
  variant = 'plain',
  small = false,
  refused = null,
  reason,
  children,
}: Props) {
  const id = useId()
  const router = useRouter()
  const { tell, lost } = useKeptRefusal()
  const undecided = useRef('')
  const element = useRef<HTMLFormElement>(null)
  const [last, submit, busy] = useActionState(async (previous: Last, form: FormData): Promise<Last> => {
    tell(null)
    undecided.current = ''
    // React empties the form: what was typed goes back in.
    const typed = String(form.get('reason') ?? '')
    const answer = await action(previous?.refusal ?? null, form).catch((error): Refusal => {
      unstable_rethrow(error) // the redirect of a decision that was taken
      return unreachable
    })
    if (answer?.kind !== 'stale') return answer && { refusal: answer, typed, given: form }
    // The page says what changed meanwhile and is read anew, which may take this form away.
    undecided.current = typed
    tell(answer.message)
    router.refresh()
    return { refusal: null, typed }
  }, null)
  useEffect(
    () => () => {
      if (undecided.current) lost(undecided.current)
    },
    [lost],
  )
  // React empties the boxes as well. After a stale answer they stay so: the text that they were ticked for has changed.
  useEffect(() => {
    const given = last?.given
    if (!given) return
    for (const box of element.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
      box.checked = given.getAll(box.name).includes(box.value)
  }, [last])
  return (
    <form ref={element} action={submit} className="space-y-2">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {last?.refusal && <Refused refusal={last.refusal} />}
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
            key={last?.typed}
            id={id}
            name="reason"
            rows={3}
            maxLength={5000}
            defaultValue={last?.typed ?? reason.text ?? ''}
            aria-describedby={reason.hint ? `${id}-hint` : undefined}
            data-key={reason.key}
            data-key-label={reason.label}
            className="mt-1 w-full rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5"
          />
        </div>
      )}
      {children}
      {refused === null ? (
        <Button type="submit" variant={variant} small={small} unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
          {busy ? busyLabel : label}
        </Button>
      ) : (
        <>
          <Button variant={variant} small={small} unavailable aria-describedby={`${id}-why`}>
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
