'use client'
// Saving: one save in flight, typing goes on meanwhile, and whatever fails keeps the text in the form.
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type Content, content as contentSchema } from '#lib/measures/content.ts'
import { type Draft, fingerprint } from './fields.ts'
import type { Failure, MeasureFormProps, Theirs } from './protocol.ts'
import { afterEvent, isUnsaved, type SaveState } from './save-state.ts'

type Form = UseFormReturn<Draft, unknown, Content>
type Options = Pick<MeasureFormProps, 'measureRef' | 'versionNumber' | 'initial' | 'basedOn' | 'save'> & {
  form: Form
  onInvalid: () => void
}

export function useSaving({ form, measureRef, versionNumber, initial, basedOn, save, onInvalid }: Options) {
  const [state, dispatch] = useReducer(afterEvent, null, (): SaveState => {
    const saved = fingerprint(initial)
    return { basedOn, saved, current: saved, savedAt: null, saving: false, failure: null, theirs: null }
  })
  const inFlight = useRef<Promise<number | null> | null>(null)
  const base = useRef(basedOn)
  const saved = useRef(state.saved)

  useEffect(
    () =>
      form.subscribe({ formState: { values: true }, callback: ({ values }) => dispatch({ is: 'typed', current: fingerprint(values) }) }),
    [form],
  )

  const fail = useCallback((failure: Failure) => {
    dispatch({ is: 'failed', failure })
    return null
  }, [])

  const send = useCallback(async (): Promise<number | null> => {
    const snapshot = structuredClone(form.getValues())
    const sent = fingerprint(snapshot)
    dispatch({ is: 'typed', current: sent })
    const parsed = contentSchema.safeParse(snapshot)
    form.clearErrors()
    if (!parsed.success) {
      await form.trigger()
      fail({
        ok: false,
        kind: 'invalid',
        issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
      })
      onInvalid()
      return null
    }
    dispatch({ is: 'saving' })
    const result = await save({ ref: measureRef, version: versionNumber, basedOn: base.current, content: parsed.data }).catch(unreachable)
    if (!result.ok) {
      fail(result)
      if (result.kind === 'invalid') {
        for (const issue of result.issues) form.setError(issue.path as 'description', { type: 'server', message: issue.message })
        onInvalid()
      }
      return null
    }
    base.current = result.revision
    saved.current = sent
    dispatch({ is: 'saved', sent, revision: result.revision, at: result.savedAt })
    return result.revision
  }, [form, measureRef, versionNumber, save, fail, onInvalid])

  /** Saves what is in the form, unless the server has it already; a save that is under way is waited for first. Resolves to the revision, or null when it was not saved. */
  const saveNow = useCallback(async (): Promise<number | null> => {
    while (inFlight.current) await inFlight.current
    if (fingerprint(form.getValues()) === saved.current) {
      dispatch({ is: 'settled' })
      return base.current
    }
    inFlight.current = send().finally(() => {
      inFlight.current = null
    })
    return inFlight.current
  }, [form, send])

  const keepMine = useCallback(
    (theirs: Theirs) => {
      base.current = theirs.revision
      saved.current = fingerprint(theirs.content)
      dispatch({ is: 'settled' })
      return saveNow()
    },
    [saveNow],
  )

  const takeTheirs = useCallback(
    (theirs: Theirs) => {
      base.current = theirs.revision
      saved.current = fingerprint(theirs.content)
      form.reset(theirs.content)
      dispatch({ is: 'taken', current: fingerprint(theirs.content), theirs })
    },
    [form],
  )

  /** Puts back a text that builds on an older revision: the next save will say so, if somebody saved since. */
  const restore = useCallback(
    (values: Draft, on: number) => {
      base.current = on
      form.reset(values)
      dispatch({ is: 'restored', basedOn: on })
      dispatch({ is: 'typed', current: fingerprint(values) })
    },
    [form],
  )

  /** Whether the form holds something that the server has not, at this instant. */
  const isBehind = useCallback(() => fingerprint(form.getValues()) !== saved.current, [form])

  const settle = useCallback(() => dispatch({ is: 'settled' }), [])
  return { state, unsaved: isUnsaved(state), saveNow, isBehind, keepMine, takeTheirs, restore, settle, fail }
}

/** Any answer that never came: the server may be down, or the network. */
export const unreachable = (): Failure => ({
  ok: false,
  kind: 'failed',
  message: 'the server could not be reached.',
})
