'use client'
// The values of the form for what is computed from them: taken when the typing pauses, so that nothing is computed between two keys.
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import { type Content, content as contentSchema } from '#lib/measures/content.ts'
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

type Taken = { draft: Draft; parsed: ReturnType<typeof contentSchema.safeParse> }
const take = (draft: Draft): Taken => ({ draft, parsed: contentSchema.safeParse(draft) })

const Context = createContext<Taken | null>(null)

/** `initial` is what the form begins with, as the schema gave it: it is not read once more while the page is being opened. */
export function DraftProvider({ initial, children }: { initial: Content; children: ReactNode }) {
  const form = useFormContext<Draft>()
  const [taken, setTaken] = useState<Taken>({ draft: initial, parsed: { success: true, data: initial } })
  useEffect(
    () =>
      afterPause(form, () => {
        const next = take(structuredClone(form.getValues()))
        startTransition(() => setTaken(next))
      }),
    [form],
  )
  return <Context value={taken}>{children}</Context>
}

function useTaken(): Taken {
  const taken = useContext(Context)
  if (!taken) throw new Error('The values of the form need a DraftProvider around whoever asks.')
  return taken
}

export const useDraft = (): Draft => useTaken().draft

/** The same as the schema takes it, or what it refuses: looked at once, for all who ask. */
export const useParsedDraft = () => useTaken().parsed
