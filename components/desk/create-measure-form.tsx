'use client'
// Chooses the economy and the sub-pillar of a measure that is to begin.
import { useActionState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  economies: { code: string; name: string }[]
  taxonomy: { number: number; name: string; subPillars: { code: string; name: string }[] }[]
  create: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}

const control = 'mt-1 min-h-10 w-full rounded-sm border border-rule-strong bg-surface px-2.5 font-normal'

export function CreateMeasureForm({ economies, taxonomy, create }: Props) {
  const [refusal, submit, busy] = useActionState(create, null)
  return (
    <form action={submit} className="space-y-4">
      {refusal && (
        <Banner tone="bad" role="alert">
          {refusal.message}
        </Banner>
      )}
      <label className="block text-sm font-semibold">
        Economy
        <select name="economy" required defaultValue="" className={control}>
          <option value="" disabled>
            Choose…
          </option>
          {economies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </select>
      </label>
      <label className="block text-sm font-semibold">
        Sub-pillar <span className="font-normal text-muted">(may be left for later)</span>
        <select name="subPillar" defaultValue="" className={control}>
          <option value="">Not chosen yet</option>
          {taxonomy.map(({ number, name, subPillars }) => (
            <optgroup key={number} label={`${number} ${name}`}>
              {subPillars.map((subPillar) => (
                <option key={subPillar.code} value={subPillar.code}>
                  {subPillar.code} {subPillar.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Button type="submit" variant="primary" unavailable={busy}>
        {busy ? 'Beginning…' : 'Begin the draft'}
      </Button>
    </form>
  )
}
