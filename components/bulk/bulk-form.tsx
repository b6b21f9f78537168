'use client'
// What a deed needs beside the measures: who, why, where to. It works without scripts, keeps what was typed, and names all that is missing at once.
import { useActionState, useEffect, useId, useRef } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-input.tsx'
import type { BulkDeed } from '#lib/bulk/bulk.ts'
import type { BulkAction } from './protocol.ts'

type Props = {
  action: BulkAction
  deed: BulkDeed
  refs: readonly string[]
  /** The question of the list whose measures are all chosen; null where they were chosen one by one. */
  all: Record<string, string> | null
  people: readonly { id: number; name: string }[]
  pillars: readonly { number: number; name: string; subPillars: readonly { code: string; name: string }[] }[]
}

const reasons: Partial<Record<BulkDeed, { label: string; hint: string }>> = {
  request_withdrawal: { label: 'Reason, for the public', hint: 'Readers see it in place of each text, once a second person confirmed.' },
  move: { label: 'Change note, for the public', hint: 'Why these measures belong there. It is the note of each new version.' },
}

export function BulkForm({ action, deed, refs, all, people, pillars }: Props) {
  const id = useId()
  const [refusal, submit, busy] = useActionState(action, null)
  const typed = refusal?.typed ?? {}
  const reason = reasons[deed]
  const wrong = (path: string) => refusal?.issues?.find((issue) => issue.path === path)?.message
  const shown = [deed === 'assign' && 'personId', deed === 'move' && 'subPillar', reason && 'reason'].filter(
    (path) => typeof path === 'string',
  )
  // What no field of this form is about is said above them.
  const elsewhere = refusal?.issues
    ? refusal.issues.filter(({ path }) => !shown.includes(path)).map(({ message }) => message)
    : [refusal?.message]
  const about = elsewhere.filter(Boolean).join(' ')

  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])

  const control = (path: string, { hint }: { hint?: string | undefined } = {}) => ({
    id: `${id}-${path}`,
    name: path,
    defaultValue: typed[path] ?? '',
    'aria-invalid': wrong(path) !== undefined || undefined,
    'aria-describedby': describedBy(`${id}-${path}`, { hint, error: wrong(path) }),
  })
  return (
    <form ref={form} action={submit} className="mt-6 max-w-2xl space-y-4">
      <input type="hidden" name="deed" value={deed} />
      {all ? (
        <>
          <input type="hidden" name="all" value="1" />
          {Object.entries(all).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </>
      ) : (
        refs.map((ref) => <input key={ref} type="hidden" name="item" value={ref} />)
      )}
      {about !== '' && (
        <Banner tone="bad" role="alert">
          {about}
        </Banner>
      )}
      {deed === 'assign' && (
        <Field id={`${id}-personId`} label="Who is responsible from now on" error={wrong('personId')}>
          <Select key={typed.personId} {...control('personId')}>
            <option value="">Choose…</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {deed === 'move' && (
        <Field id={`${id}-subPillar`} label="Where to" error={wrong('subPillar')}>
          <Select key={typed.subPillar} {...control('subPillar')} className="w-full">
            <option value="">Choose a sub-pillar…</option>
            {pillars.map(({ number, name, subPillars }) => (
              <optgroup key={number} label={`${number} ${name}`}>
                {subPillars.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {code} {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
      )}
      {reason && (
        <Field id={`${id}-reason`} label={reason.label} hint={reason.hint} error={wrong('reason')}>
          <TextArea key={typed.reason} {...control('reason', reason)} maxLength={5000} />
        </Field>
      )}
      <Button type="submit" variant="primary" unavailable={busy} onClick={(event) => busy && event.preventDefault()}>
        {busy ? 'Planning…' : 'Show what would happen'}
      </Button>
      <p className="text-sm text-muted">Nothing is done yet: the next page lists each measure, and what would come of it.</p>
    </form>
  )
}
