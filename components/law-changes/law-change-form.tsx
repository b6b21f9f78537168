'use client'
// Records a law change of an act: what happened, when, and where it is written. What was typed stays when it is refused.
import { useActionState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  actRef: string
  kinds: { kind: string; label: string; meaning: string }[]
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}
type Typed = Record<string, string>

export function LawChangeForm({ actRef, kinds, action }: Props) {
  const [answer, submit, busy] = useActionState(async (previous: (Refusal & { typed?: Typed }) | null, form: FormData) => {
    const refusal = await action(previous, form)
    // React empties the form: what was typed goes back in.
    return refusal && { ...refusal, typed: Object.fromEntries(form) as Typed }
  }, null)
  const typed = answer?.typed ?? {}
  const issue = (path: string) => answer?.issues?.find((one) => one.path === path)?.message
  const control = (name: string, hint = false) => {
    const error = issue(name)
    const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
    return {
      id: name,
      name,
      defaultValue: typed[name] ?? '',
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described || undefined,
    } as const
  }
  return (
    <form key={answer ? JSON.stringify(typed) : 'new'} action={submit} className="max-w-2xl space-y-5">
      <input type="hidden" name="actRef" value={actRef} />
      {answer && (
        <Banner tone="bad" role="alert">
          {answer.message}
        </Banner>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="kind" label="What happened" error={issue('kind')}>
          <Select {...control('kind')} defaultValue={typed.kind ?? 'amended'} className="w-full">
            {kinds.map(({ kind, label, meaning }) => (
              <option key={kind} value={kind} title={meaning}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="date" label="When" hint="No finer than the source says." error={issue('date')}>
          <TextInput {...control('date', true)} placeholder="September 2026" />
        </Field>
      </div>
      <label className="flex items-baseline gap-2.5">
        <input
          type="checkbox"
          name="notYetInForce"
          defaultChecked={typed.notYetInForce !== undefined}
          className="size-4 shrink-0 translate-y-0.5 accent-accent"
        />
        <span>
          Not yet in force <span className="block text-sm text-muted">On the day, somebody is asked whether it began.</span>
        </span>
      </label>
      <Field
        id="note"
        label="What changed, for the public"
        hint="A sentence or two. It becomes the change note of every measure that is updated for it."
        error={issue('note')}
      >
        <TextArea {...control('note', true)} maxLength={5000} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="sourceTitle" label="Source" error={issue('sourceTitle')}>
          <TextInput {...control('sourceTitle')} placeholder="Official Gazette, No. 12" />
        </Field>
        <Field id="sourceUrl" label="Address of the source" error={issue('sourceUrl')}>
          <TextInput {...control('sourceUrl')} inputMode="url" placeholder="https://" />
        </Field>
      </div>
      <Field id="amendingAct" label="Amending act" hint="As far as it is known." error={issue('amendingAct')}>
        <TextInput {...control('amendingAct', true)} />
      </Field>
      <Button type="submit" variant="primary" unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
        {busy ? 'Recording…' : 'Propose this law change'}
      </Button>
      <p className="text-sm text-muted">A second person confirms it. Nothing changes for readers before.</p>
    </form>
  )
}
