'use client'
// A notification's title as the button that opens it.
import { type ReactNode, useActionState } from 'react'
import type { Refusal } from '#lib/system/action.ts'

type Props = { id: number; action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>; children: ReactNode }

export function OpenForm({ id, action, children }: Props) {
  const [refusal, submit] = useActionState(action, null)
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="cursor-pointer text-left text-ink underline decoration-rule-strong underline-offset-2 hover:decoration-ink"
      >
        {children}
      </button>
      {refusal && (
        <p role="alert" className="text-sm text-bad">
          {refusal.message}
        </p>
      )}
    </form>
  )
}
