'use client'
// What a deed needs beside the measures: who, why, where to. It works without scripts, and keeps what was typed.
import { useActionState, useId } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
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
  return (
    <form action={submit} className="mt-6 max-w-2xl space-y-4">
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
      {refusal && (
        <Banner tone="bad" role="alert">
          {refusal.message}
        </Banner>
      )}
      {deed === 'assign' && (
        <Field id={`${id}-person`} label="Who is responsible from now on">
          <Select id={`${id}-person`} name="personId" defaultValue={typed.personId ?? ''} key={typed.personId}>
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
        <Field id={`${id}-place`} label="Where to">
          <Select id={`${id}-place`} name="subPillar" defaultValue={typed.subPillar ?? ''} key={typed.subPillar} className="w-full">
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
        <Field id={`${id}-reason`} label={reason.label} hint={reason.hint}>
          <TextArea
            id={`${id}-reason`}
            name="reason"
            maxLength={5000}
            defaultValue={typed.reason ?? ''}
            key={typed.reason}
            aria-describedby={`${id}-reason-hint`}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" unavailable={busy}>
        {busy ? 'Planning…' : 'Show what would happen'}
      </Button>
      <p className="text-sm text-muted">Nothing is done yet: the next page lists each measure, and what would come of it.</p>
    </form>
  )
}
