// Narrows a worklist of impacts by state, economy, person and age: a plain form whose answer is in the address.
import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

export type AskedImpacts = { show: string; economy: string; person: string; age: string }

type Props = {
  address: string
  asked: AskedImpacts
  economies: readonly { code: string; name: string }[]
  people: readonly { id: number; name: string }[]
}

export function ImpactFilter({ address, asked, economies, people }: Props) {
  return (
    <form action={address} className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
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
      <Choice
        name="economy"
        label="Economy"
        value={asked.economy}
        options={[['', 'All'], ...economies.map(({ code, name }): Option => [code, name])]}
      />
      <Choice
        name="person"
        label="Whose turn"
        value={asked.person}
        options={[['', 'Everybody'], ...people.map(({ id, name }): Option => [String(id), name])]}
      />
      <Choice
        name="age"
        label="Age"
        value={asked.age}
        options={[
          ['', 'Any'],
          ['7', 'A week or older'],
          ['30', 'A month or older'],
          ['90', 'Three months or older'],
        ]}
      />
      <button type="submit" className={buttonClass()}>
        Show
      </button>
    </form>
  )
}

type Option = [value: string, label: string]

function Choice({ name, label, value, options }: { name: string; label: string; value: string; options: Option[] }) {
  return (
    <Field id={name} label={label}>
      <Select id={name} name={name} defaultValue={value}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
