'use client'
// The place of the measure in the taxonomy: one sub-pillar, found by its code, its name or its pillar.
import { Combobox } from '@base-ui/react/combobox'
import { useController } from 'react-hook-form'
import { IconButton } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { ChevronIcon, CrossIcon } from '#components/ui/icons.tsx'
import { inputClass } from '#components/ui/text-input.tsx'
import { type Draft, fieldId } from './fields.ts'
import { useFieldError } from './form-field.tsx'
import { emptyClass, itemClass, popupClass } from './popup.ts'
import type { TaxonomyPillar } from './protocol.ts'
import { Section } from './section.tsx'

type Choice = { code: string; name: string; pillar: string }
type Group = { value: string; items: Choice[] }

const hint = 'Type a code such as 8.3, a word of its name, or its pillar.'

export function PlaceSection({ taxonomy }: { taxonomy: TaxonomyPillar[] }) {
  const { field } = useController<Draft, 'subPillar'>({ name: 'subPillar' })
  const error = useFieldError('subPillar')
  const id = fieldId('subPillar')
  const groups: Group[] = taxonomy.map((pillar) => {
    const title = `Pillar ${pillar.number}: ${pillar.name}`
    return { value: title, items: pillar.subPillars.map((one) => ({ ...one, pillar: title })) }
  })
  const chosen = groups.flatMap((group) => group.items).find((one) => one.code === field.value)
  const value = chosen ?? (field.value ? { code: field.value, name: '(not in this edition of the taxonomy)', pillar: '' } : null)

  return (
    <Section id="place" title="Place in the taxonomy">
      <Combobox.Root
        items={groups}
        value={value}
        onValueChange={(choice: Choice | null) => field.onChange(choice?.code ?? '')}
        itemToStringLabel={(choice: Choice) => `${choice.code} ${choice.name}`}
        isItemEqualToValue={(a: Choice, b: Choice) => a.code === b.code}
        filter={matches}
        autoHighlight
      >
        <Field id={id} label="Sub-pillar" hint={hint} error={error}>
          <Combobox.InputGroup className="relative">
            <Combobox.Input
              id={id}
              className={`${inputClass} min-h-10 pr-18`}
              placeholder="Find a sub-pillar"
              aria-invalid={Boolean(error) || undefined}
              aria-describedby={describedBy(id, { hint, error })}
              onBlur={field.onBlur}
            />
            <span className="absolute inset-y-0 right-1 flex items-center">
              <Combobox.Clear render={<IconButton label="Clear the sub-pillar" />}>
                <CrossIcon />
              </Combobox.Clear>
              <Combobox.Trigger render={<IconButton label="Show all sub-pillars" />}>
                <ChevronIcon />
              </Combobox.Trigger>
            </span>
          </Combobox.InputGroup>
        </Field>
        <p className="mt-1.5 min-h-6 text-sm text-muted">{chosen?.pillar ?? ''}</p>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} className="z-30">
            <Combobox.Popup className={popupClass}>
              <Combobox.Empty className={emptyClass}>No sub-pillar has these words.</Combobox.Empty>
              <Combobox.List>
                {(group: Group) => (
                  <Combobox.Group key={group.value} items={group.items}>
                    <Combobox.GroupLabel className="border-t border-rule px-3 pt-2 pb-0.5 text-sm font-semibold text-muted">
                      {group.value}
                    </Combobox.GroupLabel>
                    <Combobox.Collection>
                      {(choice: Choice) => (
                        <Combobox.Item key={choice.code} value={choice} className={itemClass}>
                          <span className="w-10 shrink-0 text-muted tabular-nums">{choice.code}</span>
                          <span>{choice.name}</span>
                        </Combobox.Item>
                      )}
                    </Combobox.Collection>
                  </Combobox.Group>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Section>
  )
}

/** Every word that was typed is somewhere in code, name or pillar; a number is the beginning of a code. */
function matches(choice: Choice, query: string): boolean {
  const text = `${choice.name} ${choice.pillar}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) =>
      /^\d+(\.\d*)?$/.test(word)
        ? choice.code === word || choice.code.startsWith(word.includes('.') ? word : `${word}.`)
        : text.includes(word),
    )
}
