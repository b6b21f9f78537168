// Narrows a worklist of impacts by state, economy, person and age: a plain form whose answer is in the address.
import { Field } from '#components/ui/field.tsx'
import { FilterForm } from '#components/ui/filter-form.tsx'
import { Select } from '#components/ui/select.tsx'

export type AskedImpacts = { show: string; change: string; economy: string; person: string; age: string }

type Counted = { id: string | number; name: string; count: number }
type Props = {
  address: string
  asked: AskedImpacts
  choices: Record<'economies' | 'people' | 'lawChanges' | 'ages', readonly Counted[]>
  withChange: boolean
}

export function ImpactFilter({ address, asked, choices, withChange }: Props) {
  return (
    <FilterForm address={address} narrowed={Object.values(asked).some((value) => value !== '')} className="mb-3">
      <Choice
        name="show"
        label="State"
        value={asked.show}
        options={[
          ['', 'Open'],
          ['to check', 'To be checked'],
          ['settled', 'Settled'],
        ]}
      />
      {withChange && (
        <Choice name="change" label="Law change" value={asked.change} options={[['', 'All'], ...choices.lawChanges.map(counted)]} />
      )}
      <Choice name="economy" label="Economy" value={asked.economy} options={[['', 'All'], ...choices.economies.map(counted)]} />
      <Choice name="person" label="Whose turn" value={asked.person} options={[['', 'Everybody'], ...choices.people.map(counted)]} />
      <Choice name="age" label="Age" value={asked.age} options={[['', 'Any'], ...choices.ages.map(counted)]} />
    </FilterForm>
  )
}

type Option = [value: string, label: string]
const counted = ({ id, name, count }: Counted): Option => [String(id), `${name} (${count.toLocaleString('en')})`]

function Choice({ name, label, value, options }: { name: string; label: string; value: string; options: Option[] }) {
  // What is asked for stays chosen, even when nothing is left of it.
  const asked = options.some(([one]) => one === value) ? options : [...options, [value, 'As asked (0)'] as const]
  return (
    <Field id={name} label={label}>
      <Select id={name} key={value} name={name} defaultValue={value} className="max-w-72">
        {asked.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
