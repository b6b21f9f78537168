// The questions that a reader can ask of the measures; a plain form whose answer is an address, so that it works without JavaScript.

import { buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { MeasureFilter } from '#lib/published/filters.ts'
import type { EconomyList, PillarList } from '#lib/published/schema.ts'

type Props = { filter: MeasureFilter; problems: Record<string, string>; economies: EconomyList; pillars: PillarList }
const clocks = [
  { name: 'inForceOn', label: 'In force on', hint: 'Law time: measures in force, or possibly so, on that day.' },
  { name: 'asOf', label: 'As this record stood on', hint: 'Record time: what was published here at the end of that day.' },
] as const

export function FilterForm({ filter, problems, economies, pillars }: Props) {
  const listed = economies.items.filter(({ code, measures }) => measures > 0 || code === filter.economy)
  const attributes = (name: string, hint = false) => ({
    id: name,
    name,
    'aria-invalid': problems[name] !== undefined || undefined,
    'aria-describedby': describedBy(name, { hint, error: problems[name] }),
  })
  return (
    <search>
      <form action="/measures" method="get" className="grid grid-cols-2 gap-x-4 gap-y-3 lg:block lg:space-y-4">
        <Field id="q" label="Words" error={problems.q} className="col-span-2">
          <TextInput {...attributes('q')} type="search" defaultValue={filter.q} />
        </Field>
        <Field id="economy" label="Economy" error={problems.economy}>
          <Select {...attributes('economy')} defaultValue={filter.economy ?? ''} className="w-full">
            <option value="">All economies</option>
            {listed.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="pillar" label="Pillar" error={problems.pillar}>
          <Select {...attributes('pillar')} defaultValue={filter.pillar ?? ''} className="w-full">
            <option value="">All pillars</option>
            {pillars.items.map(({ number, name }) => (
              <option key={number} value={number}>
                {number}. {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="subPillar" label="Sub-pillar" error={problems.subPillar} className="col-span-2">
          <Select {...attributes('subPillar')} defaultValue={filter.subPillar ?? ''} className="w-full">
            <option value="">All sub-pillars</option>
            {pillars.items.map(({ number, name, subPillars }) => (
              <optgroup key={number} label={`${number}. ${name}`}>
                {subPillars.map((subPillar) => (
                  <option key={subPillar.code} value={subPillar.code}>
                    {subPillar.code} {subPillar.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <details className="col-span-2" open={clocks.some(({ name }) => filter[name] !== undefined || problems[name] !== undefined)}>
          <summary className="cursor-pointer text-sm font-semibold">On another day</summary>
          <div className="mt-3 space-y-4">
            {clocks.map(({ name, label, hint }) => (
              <Field key={name} id={name} label={label} hint={hint} error={problems[name]}>
                <TextInput {...attributes(name, true)} type="date" min="1800-01-01" max="2999-12-31" defaultValue={filter[name]} />
              </Field>
            ))}
          </div>
        </details>
        <div className="col-span-2 flex items-baseline gap-4">
          <button type="submit" className={buttonClass('primary')}>
            Show measures
          </button>
          <a href="/measures" className="text-sm">
            Clear all
          </a>
        </div>
      </form>
    </search>
  )
}
