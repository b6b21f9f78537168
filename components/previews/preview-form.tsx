'use client'
// Makes a preview link: for whom, for how long, what to look at. The address is shown once, to be copied or sent. What was typed stays until then.
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Refused } from '#components/desk/refused.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import { mostDays, type NewPreview, usualDays } from '#lib/previews/preview.ts'
import type { Refusal } from '#lib/system/action.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Shared = { ok: true; address: string; until: string }
export type SharePreview = (input: NewPreview) => Promise<Shared | Refusal>
type Props = { about: { ref: string; version: number; revision: number }; action: SharePreview }

const unreachable: Refusal = { ok: false, kind: 'failed', message: 'The server cannot be reached. No link was made; try again.' }
const empty = { guest: '', days: String(usualDays), message: '', commentsWelcome: true }

export function PreviewForm({ about, action }: Props) {
  const router = useRouter()
  const [typed, setTyped] = useState(empty)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [shared, setShared] = useState<(Shared & { guest: string }) | null>(null)
  const [busy, setBusy] = useState(false)
  const errorOf = (path: string) => refusal?.issues?.find((issue) => issue.path === path)?.message
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await action({ ...about, ...typed, days: Number(typed.days) }).catch(() => unreachable)
    setBusy(false)
    setRefusal(result.ok ? null : result)
    if (result.ok) {
      setShared({ ...result, guest: typed.guest.trim() })
      setTyped(empty)
    }
    if (result.ok || result.kind === 'stale') router.refresh()
  }

  return (
    <>
      {shared && <Address key={shared.address} {...shared} measureRef={about.ref} />}
      <details className="mt-3" open={refusal !== null || undefined}>
        <summary className="cursor-pointer text-accent">Make a preview link of revision {about.revision}</summary>
        <form
          onSubmit={send}
          noValidate
          aria-label="New preview link"
          className="mt-3 max-w-2xl space-y-3 border border-rule bg-surface p-4"
        >
          {refusal && !refusal.issues?.some(({ path }) => path !== '') && <Refused refusal={refusal} />}
          <Field
            id="preview-guest"
            label="For whom"
            hint="A name, with the organisation; they see it, and it stands beside their comments."
            error={errorOf('guest')}
          >
            <TextInput
              id="preview-guest"
              value={typed.guest}
              maxLength={120}
              aria-invalid={errorOf('guest') ? true : undefined}
              aria-describedby={describedBy('preview-guest', { hint: true, error: errorOf('guest') })}
              onChange={(event) => set({ guest: event.target.value })}
            />
          </Field>
          <Field
            id="preview-days"
            label="For how many days"
            hint={`Up to ${mostDays}; to the end of the last day, UTC.`}
            error={errorOf('days')}
          >
            <TextInput
              id="preview-days"
              type="number"
              min={1}
              max={mostDays}
              className="max-w-28"
              value={typed.days}
              aria-invalid={errorOf('days') ? true : undefined}
              aria-describedby={describedBy('preview-days', { hint: true, error: errorOf('days') })}
              onChange={(event) => set({ days: event.target.value })}
            />
          </Field>
          <Field id="preview-message" label="What to look at (optional)" error={errorOf('message')}>
            <TextArea
              id="preview-message"
              short
              value={typed.message}
              maxLength={2000}
              onChange={(event) => set({ message: event.target.value })}
            />
          </Field>
          <label className="flex items-baseline gap-2">
            <input
              type="checkbox"
              checked={typed.commentsWelcome}
              onChange={(event) => set({ commentsWelcome: event.target.checked })}
              className="accent-accent"
            />
            Comments are welcome
          </label>
          <Button type="submit" unavailable={busy}>
            {busy ? 'Making the link…' : 'Make the link'}
          </Button>
        </form>
      </details>
    </>
  )
}

/** The address of a link that was made just now. */
function Address({ address, until, guest, measureRef }: Shared & { guest: string; measureRef: string }) {
  const [said, setSaid] = useState('')
  const words = `This is a draft of ${measureRef}, for you to read until ${renderDate(until)}:\n\n${address}\n`
  const mail = `mailto:?subject=${encodeURIComponent(`Preview of ${measureRef}`)}&body=${encodeURIComponent(words)}`
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setSaid('Copied'),
      () => setSaid('Select the address and copy it by hand'),
    )
  return (
    <Banner tone="good" role="status" className="mt-3">
      <p>
        The address for {guest}, until {renderDate(until)}. It is shown this once: copy it now. Whoever has it reads the draft.
      </p>
      <p className="mt-1.5">
        <input
          readOnly
          aria-label="Address of the preview"
          value={address}
          onFocus={(event) => event.target.select()}
          className="w-full rounded-sm border border-rule-strong bg-surface px-2.5 py-1.5 text-ink"
        />
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <Button small onClick={copy}>
          Copy address
        </Button>
        <a href={mail} className={buttonClass('plain', true)}>
          Write an e-mail
        </a>
        <span role="status">{said}</span>
      </p>
    </Banner>
  )
}
