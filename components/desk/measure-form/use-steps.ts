'use client'
// Submitting and discarding: what is typed is saved before a draft is submitted, and a failure leaves everything as it was.
import { useCallback, useState } from 'react'
import { noAnswer } from './post-save.ts'
import type { Failure, MeasureFormProps, Step } from './protocol.ts'
import type { useSaving } from './use-saving.ts'

type StepName = 'submitted' | 'discarded'
type Options = { props: MeasureFormProps; saving: ReturnType<typeof useSaving>; leave: (href: string) => void }

export function useSteps({ props, saving, leave }: Options) {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [failure, setFailure] = useState<(Failure & { step: StepName }) | null>(null)
  const { measureRef, versionNumber, submit: submitStep, discard: discardStep } = props
  const { saveNow, isBehind, idle, fail } = saving

  const take = useCallback(
    async (name: StepName, step: Step, basedOn: number, href: string) => {
      setBusy(true)
      setFailure(null)
      const result = await step({ ref: measureRef, version: versionNumber, basedOn }).catch(noAnswer)
      setBusy(false)
      if (result.ok) {
        setDone(true)
        leave(href)
      } else if (result.kind === 'stale' && result.theirs) fail(result)
      else setFailure({ ...result, step: name })
    },
    [measureRef, versionNumber, leave, fail],
  )

  async function submit() {
    setFailure(null)
    setBusy(true)
    let revision: number | null
    // What is typed while a save is under way belongs to the draft too.
    do revision = await saveNow()
    while (revision !== null && isBehind())
    setBusy(false)
    if (revision !== null) await take('submitted', submitStep, revision, props.submittedHref ?? `/desk/measures/${measureRef}`)
  }

  const discard = async () => {
    setBusy(true)
    await take('discarded', discardStep, await idle(), props.discardedHref ?? '/desk')
  }
  const retry = () => void (failure?.step === 'discarded' ? discard() : submit())
  return { busy, done, failure, submit, discard, retry }
}
