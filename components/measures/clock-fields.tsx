// The two clocks as fields of a form: when in the law, and when in this record. A year, a month or a day will do.
import { describedBy, Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { Clocks } from '#lib/published/clock-day.ts'

const clocks = [
  { name: 'inForceOn', label: 'In force on', hint: 'Law time: what was in force, or possibly so, then.' },
  { name: 'asOf', label: 'As this record stood on', hint: 'Record time: what was published here at the end of then.' },
] as const

type Props = { clocks: Clocks; problems?: Record<string, string>; form?: string }

export function ClockFields({ clocks: given, problems = {}, form }: Props) {
  return clocks.map(({ name, label, hint }) => (
    <Field key={name} id={name} label={label} hint={hint} error={problems[name]}>
      <TextInput
        id={name}
        name={name}
        form={form}
        inputMode="numeric"
        placeholder="2019-06-01, 2019-06 or 2019"
        defaultValue={given[name]}
        aria-invalid={problems[name] !== undefined || undefined}
        aria-describedby={describedBy(name, { hint, error: problems[name] })}
      />
    </Field>
  ))
}
