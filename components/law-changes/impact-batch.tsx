'use client'
// Several impacts of a worklist, chosen together: given to somebody, said not to be affected, or accepted as that. Each is one operation with a result of its own.
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, startTransition, useActionState, useId, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { ItemResults, type SeveralAnswer } from './item-results.tsx'

export type BatchAction = (previous: SeveralAnswer | null, form: FormData) => Promise<SeveralAnswer>

type Props = {
  action: BatchAction
  people: readonly { id: number; name: string }[]
  /** Which “not affected” wait for a second person: then they are accepted here, and nothing else is asked. */
  checking: boolean
  refused: string | null
  /** What stands under “not affected, because” to begin with. */
  reason: string
  /** Nothing is left to choose; what came of the last operation stays to be read. */
  empty: boolean
  children: ReactNode
}

export function ImpactBatch({ action, people, checking, refused, reason, empty, children }: Props) {
  const id = useId()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [answer, submit, busy] = useActionState(async (previous: SeveralAnswer | null, data: FormData) => {
    const given = await action(previous, data)
    // What failed stays chosen and typed, to be tried again.
    if (given.results.length > 0 && given.results.every(({ done }) => done)) form.current?.reset()
    router.refresh()
    return given
  }, null)
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (refused !== null || busy) return
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(() => submit(data))
  }
  function chooseAll(chosen: boolean) {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('input[name=item]') ?? []) box.checked = chosen
  }
  return (
    <form ref={form} onSubmit={send} aria-label="Impacts">
      {answer && <ItemResults answer={answer} />}
      {children}
      <fieldset
        hidden={empty}
        className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3 border border-rule bg-surface p-4 [&[hidden]]:hidden"
      >
        <legend className="px-1 text-sm font-semibold">With the chosen</legend>
        <div className="flex gap-2">
          <Button small variant="quiet" onClick={() => chooseAll(true)}>
            Choose all on this page
          </Button>
          <Button small variant="quiet" onClick={() => chooseAll(false)}>
            None
          </Button>
        </div>
        {checking ? (
          <Button type="submit" name="step" value="accept" variant="primary" unavailable={refused !== null || busy}>
            {busy ? 'Accepting…' : 'Accept: not affected'}
          </Button>
        ) : (
          <>
            <div className="flex items-end gap-2">
              <Field id={`${id}-person`} label="Whose turn">
                <Select id={`${id}-person`} name="personId" defaultValue="">
                  <option value="">Choose…</option>
                  {people.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button type="submit" name="step" value="assign" unavailable={refused !== null || busy}>
                Give to them
              </Button>
            </div>
            <div className="flex min-w-72 grow items-end gap-2">
              <Field id={`${id}-reason`} label="Not affected, because" className="grow">
                <TextInput id={`${id}-reason`} name="reason" defaultValue={reason} maxLength={5000} />
              </Field>
              <Button type="submit" name="step" value="not affected" unavailable={refused !== null || busy}>
                Not affected
              </Button>
            </div>
          </>
        )}
        {refused && <p className="w-full text-sm text-muted">{refused}</p>}
      </fieldset>
    </form>
  )
}
