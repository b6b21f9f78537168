'use client'
// One basis: its kind, its title and what its kind has. Changing the kind keeps what fits, and remembers the rest for changing back.
import { useRef } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Choices } from '#components/ui/choices.tsx'
import { Select } from '#components/ui/select.tsx'
import { type AbsenceType, type BasisKind, basisKinds } from '#lib/measures/content.ts'
import { ActLink } from './act-link.tsx'
import { type BasisDraft, basisLabels, basisOf } from './basis-kinds.ts'
import { type Draft, fieldId } from './fields.ts'
import { FormField, useFieldError } from './form-field.tsx'
import { RowControls } from './row-controls.tsx'
import { TimelineFields } from './timeline-fields.tsx'

type Props = {
  index: number
  count: number
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onChange: (basis: BasisDraft, focus: string) => void
}

export function BasisCard({ index, count, onMove, onRemove, onChange }: Props) {
  const { getValues, control } = useFormContext<Draft>()
  const kind = useWatch({ control, name: `bases.${index}.kind` })
  const setAside = useRef<Record<string, unknown>>({})
  const path = `bases.${index}`

  function changeKind(next: BasisKind) {
    const now = getValues(`bases.${index}`)
    Object.assign(setAside.current, structuredClone(now))
    onChange(basisOf(next, now.id, setAside.current), `${path}.kind`)
  }

  return (
    <li id={fieldId(path)} className="border border-rule bg-surface">
      <div className="flex items-center gap-2 border-b border-rule bg-sunken py-1 pr-1 pl-3">
        <h3 className="font-sans text-sm font-semibold whitespace-nowrap">Basis {index + 1}</h3>
        <Select
          id={fieldId(`${path}.kind`)}
          aria-label={`Basis ${index + 1}: kind`}
          className="w-34"
          value={kind}
          onChange={(event) => changeKind(event.target.value as BasisKind)}
        >
          {basisKinds.map((one) => (
            <option key={one} value={one}>
              {basisLabels[one].label}
            </option>
          ))}
        </Select>
        <span className="hidden min-w-0 flex-1 truncate text-sm text-muted sm:block">{basisLabels[kind].meaning}</span>
        <span className="flex-1 sm:hidden" />
        <RowControls path={path} name={`basis ${index + 1}`} index={index} count={count} onMove={onMove} onRemove={onRemove} />
      </div>
      <div className="grid gap-4 p-3 sm:p-4">
        <FormField
          path={`bases.${index}.title`}
          lines={kind === 'act' ? 'few' : false}
          label={titleLabels[kind].label}
          hint={titleLabels[kind].hint}
        />
        {kind === 'act' && <ActLink index={index} />}
        {(kind === 'act' || kind === 'practice') && <TimelineFields index={index} kind={kind} onAbsence={() => changeKind('absence')} />}
        {kind === 'absence' && <AbsenceFields index={index} />}
        {kind === 'figure' && (
          <div className="grid gap-3 sm:grid-cols-3">
            <FormField path={`bases.${index}.value`} label="Value" placeholder="3.45" inputMode="decimal" />
            <FormField path={`bases.${index}.unit`} label="Unit" placeholder="%" />
            <FormField path={`bases.${index}.year`} label="Year" placeholder="2022" inputMode="numeric" />
          </div>
        )}
      </div>
    </li>
  )
}

const titleLabels: Record<BasisKind, { label: string; hint: string }> = {
  act: { label: 'Title of the act', hint: 'In English, with its number; the original title may follow in brackets.' },
  practice: { label: 'Title of the practice', hint: 'What is reported, such as “Presence of Internet shutdowns”.' },
  absence: { label: 'What is absent', hint: 'The agreement or framework that there is none of.' },
  figure: { label: 'Title of the figure', hint: 'What is measured.' },
}

const absences: { value: AbsenceType; label: string; explanation: string }[] = [
  { value: 'no such framework', label: 'No such framework', explanation: 'The economy has no law on this point.' },
  { value: 'not a party', label: 'Not a party', explanation: 'The economy has not joined the agreement.' },
  { value: 'reports only', label: 'Known from reports only', explanation: 'Reports tell of it, but no act can be cited.' },
  { value: 'undated obligation', label: 'Undated obligation', explanation: 'It applies, but no date of it is known.' },
]

function AbsenceFields({ index }: { index: number }) {
  const path = `bases.${index}.absence` as const
  const { field } = useController<Draft, `bases.${number}.absence`>({ name: path })
  return (
    <Choices
      id={fieldId(path)}
      legend="Kind of absence"
      choices={absences}
      value={field.value ?? null}
      error={useFieldError(path)}
      onChange={field.onChange}
      className="lg:grid-cols-2"
    />
  )
}
