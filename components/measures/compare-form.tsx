// What to put side by side: two plain forms, so that they work without JavaScript and their answer is an address.
import { buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { CompareFilter } from '#lib/published/compare-filter.ts'
import type { EconomyList, PillarList } from '#lib/published/schema.ts'

type Props = { filter: CompareFilter; problems: Record<string, string>; economies: EconomyList; pillars: PillarList }

export function CompareForms({ filter, problems, economies, pillars }: Props) {
  const ofMeasure = filter.measure !== undefined || problems.measure !== undefined
  const errors = (name: string) => ({
    'aria-invalid': problems[name] !== undefined || undefined,
    'aria-describedby': describedBy(name, { error: problems[name] }),
  })
  const days = (prefix: string) =>
    (['leftOn', 'rightOn'] as const).map((name) => (
      <Field key={name} id={`${prefix}${name}`} label={name === 'leftOn' ? 'As published on' : 'and on'} error={problems[name]}>
        <TextInput
          id={`${prefix}${name}`}
          name={name}
          type="date"
          min="1800-01-01"
          max="2999-12-31"
          defaultValue={filter[name]}
          {...errors(name)}
        />
      </Field>
    ))
  const end = (
    <>
      {filter.view === 'inline' && <input type="hidden" name="view" value="inline" />}
      <button type="submit" className={buttonClass('primary')}>
        Compare
      </button>
    </>
  )
  return (
    <search className="print:hidden">
      <form action="/compare" method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field id="subPillar" label="Sub-pillar" error={problems.subPillar} className="w-full max-w-[44rem]">
          <Select id="subPillar" name="subPillar" defaultValue={filter.subPillar ?? ''} className="w-full" {...errors('subPillar')}>
            <option value="">Choose one</option>
            {pillars.items.map(({ number, name, subPillars }) => (
              <optgroup key={number} label={`${number}. ${name}`}>
                {subPillars.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.code} {one.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        {(['left', 'right'] as const).map((name) => (
          <Field key={name} id={name} label={name === 'left' ? 'Economy' : 'Beside'} error={problems[name]}>
            <Select id={name} name={name} defaultValue={filter[name] ?? ''} {...errors(name)}>
              <option value="">{name === 'left' ? 'Choose one' : 'The same'}</option>
              {economies.items
                .filter(({ code, measures }) => measures > 0 || code === filter[name])
                .map(({ code, name: called }) => (
                  <option key={code} value={code}>
                    {called}
                  </option>
                ))}
            </Select>
          </Field>
        ))}
        {days('')}
        {end}
      </form>
      <details className="mt-4" open={ofMeasure}>
        <summary className="cursor-pointer text-sm font-semibold">One measure on two days</summary>
        <form action="/compare" method="get" className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-3">
          <Field id="measure" label="Measure" error={problems.measure}>
            <TextInput id="measure" name="measure" required placeholder="KZ-0007" defaultValue={filter.measure} {...errors('measure')} />
          </Field>
          {days('m-')}
          {end}
        </form>
      </details>
    </search>
  )
}
