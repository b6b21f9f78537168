// Narrows the list of people: a plain form whose answer is in the address.
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { FilterChoice } from '#components/ui/filter-choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { PeopleFilter } from '#lib/accounts/people-filter.ts'
import { roles } from '#lib/system/actor.ts'

type Props = { filter: PeopleFilter; economies: readonly { code: string; name: string }[] }

export function PeopleFilterForm({ filter, economies }: Props) {
  const asked = filter.q !== '' || filter.role || filter.state || filter.economy
  return (
    <form action="/desk/people" className="mt-5 flex flex-wrap items-end gap-x-3 gap-y-2">
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
      <Button type="submit">Show</Button>
      {asked && (
        <a href="/desk/people" className={buttonClass()}>
          Clear
        </a>
      )}
    </form>
  )
}
