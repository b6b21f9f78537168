'use client'
// The values of the form for what is computed from them: taken when the typing pauses, so that nothing is computed between two keys.
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import type { Draft } from './fields.ts'

const PAUSE = 250

type Watched = Pick<UseFormReturn<Draft>, 'subscribe'>

/** Calls back whenever the form was changed and then left alone for `pause` milliseconds. Returns the way to stop. */
export function afterPause(form: Watched, callback: () => void, pause = PAUSE): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = form.subscribe({
    formState: { values: true },
    callback: () => {
      clearTimeout(timer)
      timer = setTimeout(callback, pause)
    },
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const Context = createContext<Draft | null>(null)

export function DraftProvider({ children }: { children: ReactNode }) {
  const form = useFormContext<Draft>()
  const [draft, setDraft] = useState(() => form.getValues())
  useEffect(() => afterPause(form, () => startTransition(() => setDraft(structuredClone(form.getValues())))), [form])
  return <Context value={draft}>{children}</Context>
}

export function useDraft(): Draft {
  const draft = useContext(Context)
  if (!draft) throw new Error('useDraft needs a DraftProvider around it.')
  return draft
}
