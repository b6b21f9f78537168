'use client'
// The choices of one person: for each kind of news at once, once a day, or not by e-mail; and when the daily one is sent.
import { useActionState, useState } from 'react'
import { ZoneOptions } from '#components/review/zone-options.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
  rows: readonly { kind: string; name: string; pace: string }[]
  paces: readonly { pace: string; name: string }[]
  timeZone: string
  digestHour: number
  zones: readonly string[]
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

export function PreferencesForm({ action, rows, paces, timeZone, digestHour, zones }: Props) {
  const [refusal, submit, busy] = useActionState(action, null)
  const [chosen, choose] = useState<Record<string, string>>(Object.fromEntries(rows.map(({ kind, pace }) => [kind, pace])))
  const [zone, setZone] = useState(timeZone)
  const [hour, setHour] = useState(String(digestHour))
  return (
    <form action={submit} className="mt-6 max-w-2xl space-y-6">
      {refusal && (
        <Banner tone="bad" role="alert">
          {refusal.message}
        </Banner>
      )}
      <div className="border-t border-rule-strong">
        {rows.map(({ kind, name }) => (
          <fieldset key={kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-2.5">
            <legend className="contents">
              <span className="min-w-0 flex-1 basis-64">{name}</span>
            </legend>
            <div className="flex flex-wrap gap-x-4">
              {paces.map(({ pace, name: words }) => (
                <label key={pace} className="flex min-h-9 cursor-pointer items-center gap-1.5 text-sm">
                  <input
                    type="radio"
                    name={kind}
                    value={pace}
                    checked={chosen[kind] === pace}
                    onChange={() => choose({ ...chosen, [kind]: pace })}
                    className="size-4 accent-accent"
                  />
                  {words}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        <Field id="digestHour" label="Daily e-mail, not before">
          <Select id="digestHour" name="digestHour" value={hour} onChange={(event) => setHour(event.target.value)}>
            {hours.map((name, one) => (
              <option key={name} value={one}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="timeZone" label="My time zone" hint="For the daily e-mail, and for what I schedule.">
          <Select id="timeZone" name="timeZone" value={zone} onChange={(event) => setZone(event.target.value)}>
            <option value="">Not chosen (UTC)</option>
            <ZoneOptions zones={zones} />
          </Select>
        </Field>
      </div>
      <Button type="submit" variant="primary" unavailable={busy}>
        {busy ? 'Saving…' : 'Save'}
      </Button>
    </form>
  )
}
