'use client'
// The economies of a person: all, or some of two hundred, found by name, code or region and shown as they are chosen.
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { CrossIcon } from '#components/ui/icons.tsx'
import { Select } from '#components/ui/select.tsx'
import { inputClass, TextInput } from '#components/ui/text-input.tsx'
import type { Economies } from '#lib/accounts/person.ts'

export type EconomyChoice = { code: string; name: string; aliases: readonly string[] }
export type RegionChoice = { code: string; name: string; part: string | null; economies: readonly string[] }
type Props = {
  economies: readonly EconomyChoice[]
  regions: readonly RegionChoice[]
  value: Economies
  error?: string | undefined
  onChange: (economies: Economies) => void
}

/** Letters as they are typed on a keyboard without accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function EconomiesField({ economies, regions, value, error, onChange }: Props) {
  const id = useId()
  // What was chosen stays when somebody looks at "all" for a moment.
  const [before, setBefore] = useState<readonly string[]>(value === 'all' ? [] : value)
  const chosen = value === 'all' ? before : value
  const set = (codes: readonly string[]) => {
    setBefore(codes)
    onChange(codes)
  }
  return (
    <div>
      <Choices
        id={`${id}-scope`}
        legend="Economies"
        className="sm:grid-cols-2"
        choices={[
          { value: 'all', label: 'All economies', explanation: 'also those that are added later' },
          { value: 'some', label: 'Only these', explanation: 'writes and decides on no other' },
        ]}
        value={value === 'all' ? 'all' : 'some'}
        onChange={(scope) => onChange(scope === 'all' ? 'all' : before)}
      />
      {value !== 'all' && <Chooser id={id} economies={economies} regions={regions} chosen={chosen} onChange={set} />}
      <FieldError id={id} error={error} />
    </div>
  )
}

type ChooserProps = Omit<Props, 'value' | 'error' | 'onChange'> & {
  id: string
  chosen: readonly string[]
  onChange: (codes: readonly string[]) => void
}

function Chooser({ id, economies, regions, chosen, onChange }: ChooserProps) {
  const [words, setWords] = useState('')
  const [region, setRegion] = useState('')
  const inRegion = regions.find(({ code }) => code === region)?.economies
  const wanted = plain(words.trim())
  const shown = economies.filter(
    ({ code, name, aliases }) =>
      (!inRegion || inRegion.includes(code)) && [code, name, ...aliases].some((one) => plain(one).includes(wanted)),
  )
  const narrowed = wanted !== '' || inRegion !== undefined
  const missing = shown.filter(({ code }) => !chosen.includes(code))
  const names = economies.filter(({ code }) => chosen.includes(code))
  const without = (codes: readonly string[]) => onChange(chosen.filter((code) => !codes.includes(code)))
  return (
    <div className="mt-2 border border-rule bg-surface p-3">
      <p className="text-sm" role="status">
        {names.length === 0
          ? 'None chosen: somebody with no economy reads the desk, and writes on nothing.'
          : `${names.length} of ${economies.length} chosen`}
      </p>
      {names.length > 0 && (
        <ul aria-label="Chosen economies" className="mt-2 flex max-h-36 flex-wrap gap-1.5 overflow-y-auto">
          {names.map(({ code, name }) => (
            <li key={code}>
              <button
                type="button"
                onClick={() => without([code])}
                aria-label={`Take ${name} away`}
                className="inline-flex min-h-7 cursor-pointer items-center gap-1 rounded-sm border border-rule-strong bg-sunken py-0.5 pr-1 pl-2 text-sm hover:border-accent"
              >
                {name} <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 grid gap-2 sm:grid-cols-2">
        <TextInput
          type="search"
          aria-label="Find an economy by name or code"
          placeholder="Find by name or code"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            // Enter chooses the only one that is left, and never sends the form.
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (missing.length === 1 && missing[0]) onChange([...chosen, missing[0].code])
          }}
        />
        <Select aria-label="Region" className="w-full" value={region} onChange={({ target }) => setRegion(target.value)}>
          <option value="">The whole world</option>
          {regions.map(({ code, name, part }) => (
            <option key={code} value={code}>
              {part === null ? name : `\u2003${name}`}
            </option>
          ))}
        </Select>
      </div>
      <fieldset className="mt-2">
        <legend className="sr-only">Economies to choose</legend>
        {shown.length === 0 ? (
          <p className="py-2 text-sm text-muted">No economy is called that.</p>
        ) : (
          <ul id={`${id}-list`} className={`${inputClass} grid max-h-60 gap-x-4 overflow-y-auto sm:grid-cols-2`}>
            {shown.map(({ code, name }) => (
              <li key={code}>
                <label className="flex min-h-8 cursor-pointer items-baseline gap-2 py-0.5">
                  <input
                    type="checkbox"
                    checked={chosen.includes(code)}
                    onChange={({ target }) => (target.checked ? onChange([...chosen, code]) : without([code]))}
                    className="size-4 shrink-0 translate-y-0.5 accent-accent"
                  />
                  <span>
                    {name} <span className="text-sm text-muted">{code}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      <div className="mt-2 flex flex-wrap gap-2">
        {narrowed && missing.length > 1 && (
          <Button small onClick={() => onChange([...chosen, ...missing.map(({ code }) => code)])}>
            Choose all {missing.length} shown
          </Button>
        )}
        {narrowed && missing.length === 0 && shown.length > 1 && (
          <Button small onClick={() => without(shown.map(({ code }) => code))}>
            Take all {shown.length} shown away
          </Button>
        )}
        {names.length > 1 && (
          <Button small variant="quiet" onClick={() => onChange([])}>
            Take all away
          </Button>
        )}
      </div>
    </div>
  )
}
