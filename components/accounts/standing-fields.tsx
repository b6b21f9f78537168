'use client'
// The fields that say by what name a person is known and what they may: shared by the form that adds somebody and the one that changes them.
import { Choices } from '#components/ui/choices.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { roleExplanations, type Standing } from '#lib/accounts/person.ts'
import { type Role, roles } from '#lib/system/actor.ts'
import { EconomiesField, type EconomyChoice, type RegionChoice } from './economies-field.tsx'

export type TypedStanding = Omit<Standing, 'role'> & { role: Role | null }
type Props = {
  typed: TypedStanding
  economies: readonly EconomyChoice[]
  regions: readonly RegionChoice[]
  errorOf: (path: string) => string | undefined
  onChange: (change: Partial<TypedStanding>) => void
}

export function NameField({ typed, errorOf, onChange }: Pick<Props, 'typed' | 'errorOf' | 'onChange'>) {
  const error = errorOf('name')
  return (
    <Field id="person-name" label="Name" hint="Readers see it beside what the person wrote and approved from now on." error={error}>
      <TextInput
        id="person-name"
        value={typed.name}
        maxLength={120}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy('person-name', { hint: true, error })}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    </Field>
  )
}

export function RightsFields({ typed, economies, regions, errorOf, onChange }: Props) {
  return (
    <>
      <Choices
        id="person-role"
        legend="Role"
        choices={roles.map((role) => ({ value: role, label: role, explanation: roleExplanations[role] }))}
        value={typed.role}
        error={errorOf('role')}
        onChange={(role) => onChange({ role })}
      />
      <EconomiesField
        economies={economies}
        regions={regions}
        value={typed.economies}
        error={errorOf('economies')}
        onChange={(chosen) => onChange({ economies: chosen })}
      />
    </>
  )
}
