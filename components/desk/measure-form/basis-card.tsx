'use client'
// One basis: its kind, its title and what its kind has. Changing the kind keeps what fits, and remembers the rest for changing back.
import { memo, useRef } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Choices } from '#components/ui/choices.tsx'
import { Select } from '#components/ui/select.tsx'
import { type AbsenceType, type BasisKind, basisKinds } from '#lib/measures/content.ts'
import { ActLink } from './act-link.tsx'
import { type BasisDraft, basisLabels, basisOf } from './basis-kinds.ts'
import { statementOf } from './differences.ts'
import { type Draft, fieldId } from './fields.ts'
import { FormField, useFieldError } from './form-field.tsx'
import { RowControls } from './row-controls.tsx'
import { TimelineFields } from './timeline-fields.tsx'

// Laid out and painted when it comes near the window: there may be dozens.
const card = 'border border-rule bg-surface [contain-intrinsic-height:auto_32rem] [content-visibility:auto]'

type Props = {
  /** The row as the list knows it, which is another one whenever the list was changed: only then is a card drawn again from outside. */
  row: unknown
  index: number
  count: number
  deeds: {
    move: (index: number, by: -1 | 1) => void
    remove: (index: number) => void
    change: (index: number, basis: BasisDraft, focus: string) => void
  }
}

export const BasisCard = memo(function BasisCard({ index, count, deeds }: Props) {
  const { getValues, control } = useFormContext<Draft>()
  const kind = useWatch({ control, name: `bases.${index}.kind` })
  const setAside = useRef<Record<string, unknown>>({})
  const path = `bases.${index}`

  function changeKind(next: BasisKind) {
    const now = getValues(`bases.${index}`)
    Object.assign(setAside.current, structuredClone(now))
    deeds.change(index, basisOf(next, now.id, setAside.current), `${path}.kind`)
  }

  return (
    <li id={fieldId(path)} className={card}>
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
        <RowControls
          path={path}
          name={`basis ${index + 1}`}
          index={index}
          count={count}
          onMove={(by) => deeds.move(index, by)}
          onRemove={() => deeds.remove(index)}
        />
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
})

type InShort = { basis: BasisDraft; index: number; onReach: (path: string) => void }

/** The same until it is its turn to be drawn in full: what it says, and nothing to type in. Who turns to it asks for its fields. */
export function BasisInShort({ basis, index, onReach }: InShort) {
  const path = `bases.${index}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever comes here by Tab gets its fields instead, with the focus in the first
    <li id={fieldId(path)} tabIndex={0} onFocus={() => onReach(`${path}.title`)} className={`${card} min-h-80`}>
      <h3 className="border-b border-rule bg-sunken px-3 py-2.5 font-sans text-sm font-semibold">Basis {index + 1}</h3>
      <p className="px-3 pt-3 sm:px-4">{basis.title}</p>
      <p className="px-3 font-serif sm:px-4">{statementOf(basis)}</p>
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
