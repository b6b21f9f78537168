'use client'
// A time in a named zone, with the instant that it is; where the clocks jump, which of two is meant is asked for.
import { useEffect, useId, useState } from 'react'
import { Choices } from '#components/ui/choices.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { ahead, isZone, resolve, tomorrowAtNine } from '#lib/review/local-time.ts'
import { Invalid } from '#lib/system/errors.ts'
import { ZoneOptions } from './zone-options.tsx'

/** `zone` is the person's own, or '' for that of their browser; `now` is the server's clock. */
export type TimeDefaults = { now: string; zone: string; zones: readonly string[] }

type Meant = { at: Date } | { message: string; choices: { value: 'earlier' | 'later'; label: string; explanation: string }[] }

function meant(local: string, zone: string, choice: 'earlier' | 'later' | undefined): Meant {
  try {
    return resolve({ local, zone, choice })
  } catch (error) {
    const issues = error instanceof Invalid ? error.issues : []
    return {
      message: issues[0]?.message ?? 'Give a day and a time.',
      choices: issues.flatMap(({ path, message }) =>
        path === 'earlier' || path === 'later' ? [{ value: path, label: message, explanation: '' }] : [],
      ),
    }
  }
}

export function TimeFields({ now, zone: own, zones }: TimeDefaults) {
  const id = useId()
  const [zone, setZone] = useState(own || 'UTC')
  const [local, setLocal] = useState(tomorrowAtNine(new Date(now), own || 'UTC'))
  const [choice, setChoice] = useState<'earlier' | 'later'>()
  useEffect(() => {
    if (own) return
    const theirs = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!isZone(theirs) || !zones.includes(theirs)) return
    setZone(theirs)
    setLocal(tomorrowAtNine(new Date(now), theirs))
  }, [own, now, zones])
  const asked = meant(local, zone, undefined)
  const choices = 'at' in asked ? [] : asked.choices
  const found = choices.length > 0 ? meant(local, zone, choice) : asked
  return (
    <div className="space-y-3">
      <Field id={`${id}-local`} label="Day and time">
        <TextInput
          id={`${id}-local`}
          type="datetime-local"
          name="local"
          required
          value={local}
          onChange={(event) => setLocal(event.target.value.slice(0, 16))}
          aria-describedby={`${id}-meant`}
        />
      </Field>
      <Field id={`${id}-zone`} label="Time zone">
        <Select id={`${id}-zone`} name="zone" className="w-full" value={zone} onChange={(event) => setZone(event.target.value)}>
          <ZoneOptions zones={zones} />
        </Select>
      </Field>
      {choices.length > 0 && 'message' in asked && (
        <>
          <Choices id={`${id}-choice`} legend={asked.message} choices={choices} value={choice ?? null} onChange={setChoice} />
          {choice && <input type="hidden" name="choice" value={choice} />}
        </>
      )}
      <p id={`${id}-meant`} aria-live="polite" className="text-sm text-muted tabular-nums">
        {'at' in found ? <Instant at={found.at} now={new Date(now)} /> : choices.length === 0 && found.message}
      </p>
    </div>
  )
}

function Instant({ at, now }: { at: Date; now: Date }) {
  if (at <= now) return 'That time has passed.'
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${ahead(at, now)}`
}
