'use client'
// Saving: one save in flight, typing goes on meanwhile, and whatever fails keeps the text in the form.
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type Content, content as contentSchema } from '#lib/measures/content.ts'
import type { RevisionKind } from '#lib/measures/store.ts'
import { type Draft, fingerprint } from './fields.ts'
import { postSave } from './post-save.ts'
import type { Failure, MeasureFormProps, Theirs } from './protocol.ts'
import { afterEvent, type SaveState, theirsOf } from './save-state.ts'
import { afterPause } from './use-draft.tsx'

export type Form = UseFormReturn<Draft, unknown, Content>
type Options = Pick<MeasureFormProps, 'measureRef' | 'versionNumber' | 'initial' | 'basedOn' | 'person'> & {
  form: Form
  onInvalid: () => void
}

type Known = { revision: number; print: string; kind: RevisionKind }
const nothingYet = { savedAt: null, saving: null, failure: null, quiet: true, online: true, deciding: false } as const

export function useSaving({ form, measureRef, versionNumber, initial, basedOn, person, onInvalid }: Options) {
  const [state, dispatch] = useReducer(afterEvent, null, (): SaveState => ({ ...nothingYet, basedOn, unsaved: false }))
  /** What the server has, as far as it told: the revision, the fingerprint of the form then, and what made it. */
  const [first] = useState((): Known => ({ revision: basedOn, print: fingerprint(initial), kind: 'save' }))
  const known = useRef(first)
  const inFlight = useRef<Promise<number | null> | null>(null)
  /** Texts that were sent and not answered: the server may have taken them all the same. */
  const unanswered = useRef(new Set<string>())
  const failed = useRef<Failure | null>(null)

  /** Whether the form holds something that the server has not, at this instant. */
  const isBehind = useCallback(() => fingerprint(form.getValues()) !== known.current.print, [form])

  useEffect(() => {
    const changed = form.subscribe({ formState: { values: true }, callback: () => dispatch({ is: 'typed', unsaved: true }) })
    const stopped = afterPause(form, () => dispatch({ is: 'typed', unsaved: isBehind() }))
    return () => {
      changed()
      stopped()
    }
  }, [form, isBehind])

  const fail = useCallback((failure: Failure, quiet = false) => {
    failed.current = failure
    dispatch({ is: 'failed', failure, quiet })
    return null
  }, [])

  const send = useCallback(
    async (kind: RevisionKind): Promise<number | null> => {
      const quiet = kind === 'autosave'
      const snapshot = structuredClone(form.getValues())
      const parsed = contentSchema.safeParse(snapshot)
      if (!quiet) form.clearErrors()
      if (!parsed.success) {
        const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
        if (!quiet) await form.trigger()
        fail({ ok: false, kind: 'invalid', issues }, quiet)
        if (!quiet) onInvalid()
        return null
      }
      dispatch({ is: 'saving', kind })
      const text = fingerprint(parsed.data)
      const attempt = () =>
        postSave(measureRef, { version: versionNumber, basedOn: known.current.revision, kind, by: person.id, content: parsed.data })
      let result = await attempt()
      // What stands in the way may be our own text, whose answer was lost.
      const theirs = result.ok ? null : theirsOf(result)
      if (theirs && unanswered.current.has(fingerprint(theirs.content))) {
        known.current = { ...known.current, revision: theirs.revision }
        result = await attempt()
      }
      if (!result.ok) {
        if (result.kind === 'unreachable' || result.kind === 'failed') unanswered.current.add(text)
        fail(result, quiet)
        if (result.kind === 'invalid' && !quiet) {
          for (const issue of result.issues) form.setError(issue.path as 'description', { type: 'server', message: issue.message })
          onInvalid()
        }
        return null
      }
      unanswered.current.clear()
      failed.current = null
      known.current = { revision: result.revision, print: fingerprint(snapshot), kind }
      // What was typed while the save was under way goes on counting as unsaved.
      dispatch({ is: 'saved', unsaved: isBehind(), quiet, revision: result.revision, at: result.savedAt })
      return result.revision
    },
    [form, measureRef, versionNumber, person, fail, onInvalid, isBehind],
  )

  /**
   * Saves what is in the form, unless the server has it already; a save that is under way is waited for first. A `save` of what was
   * autosaved marks it in the history. Resolves to the revision, or null when it was not saved.
   */
  const saveNow = useCallback(
    async (kind: RevisionKind = 'save'): Promise<number | null> => {
      while (inFlight.current) await inFlight.current
      if (!isBehind() && !(kind === 'save' && known.current.kind === 'autosave')) {
        failed.current = null
        dispatch({ is: 'settled', unsaved: false, basedOn: known.current.revision })
        return known.current.revision
      }
      inFlight.current = send(kind).finally(() => {
        inFlight.current = null
      })
      return inFlight.current
    },
    [isBehind, send],
  )

  const actions = useMemo(() => {
    /** The text in the form now builds on this revision of somebody else. */
    const buildOn = (theirs: Theirs) => {
      failed.current = null
      known.current = { revision: theirs.revision, print: fingerprint(theirs.content), kind: 'save' }
    }
    return {
      /** Saves what was made of both texts, on top of theirs. */
      merge(content: Draft, theirs: Theirs) {
        buildOn(theirs)
        form.reset(content)
        dispatch({ is: 'settled', unsaved: isBehind(), basedOn: theirs.revision })
        return saveNow()
      },
      takeTheirs(theirs: Theirs) {
        buildOn(theirs)
        form.reset(theirs.content)
        dispatch({ is: 'taken', theirs })
      },
      /** Puts back a text that builds on an older revision: the next save will say so, if somebody saved since. */
      restore(values: Draft, on: number) {
        failed.current = null
        known.current = { ...known.current, revision: on }
        form.reset(values)
        dispatch({ is: 'settled', unsaved: true, basedOn: on })
      },
      /** Waits until nothing is being sent; resolves to the revision that the form builds on then. */
      async idle() {
        while (inFlight.current) await inFlight.current
        return known.current.revision
      },
      decide: (yes: boolean) => dispatch({ is: 'deciding', yes }),
      network: (online: boolean) => dispatch({ is: 'network', online }),
      /** Why the last attempt failed; null after one that did not. */
      lastFailure: () => failed.current,
    }
  }, [form, isBehind, saveNow])

  return { state, unsaved: state.unsaved, saveNow, isBehind, fail, ...actions }
}
