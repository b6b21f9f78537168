// Narrows the list of people.
import { Field } from '#components/ui/field.tsx'
import { FilterChoice } from '#components/ui/filter-choice.tsx'
import { FilterForm } from '#components/ui/filter-form.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { PeopleFilter } from '#lib/accounts/people-filter.ts'
import { roles } from '#lib/system/actor.ts'

type Props = { filter: PeopleFilter; economies: readonly { code: string; name: string }[] }

export function PeopleFilterForm({ filter, economies }: Props) {
  const narrowed = [filter.q, filter.role, filter.state, filter.economy].some(Boolean)
  return (
    <FilterForm address="/desk/people" narrowed={narrowed} className="mt-5">
      <Field id="q" label="Name or e-mail" className="grow basis-60">
        <TextInput id="q" name="q" type="search" defaultValue={filter.q} />
      </Field>
      <FilterChoice
        id="people-role"
        name="role"
        label="Role"
        all="Every role"
        value={filter.role}
        options={roles.map((role) => [role, role])}
      />
      <FilterChoice
        id="people-state"
        name="state"
        label="State"
        all="Every state"
        value={filter.state}
        options={[
          ['enabled', 'Enabled'],
          ['disabled', 'Disabled'],
        ]}
      />
      <FilterChoice
        id="people-economy"
        name="economy"
        label="May write on"
        all="Any economy"
        value={filter.economy}
        options={economies.map(({ code, name }) => [code, name])}
      />
    </FilterForm>
  )
}
