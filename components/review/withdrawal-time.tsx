'use client'
// When a withdrawal is to happen: as soon as a second person confirms it, or at a time.
import { useId, useState } from 'react'
import { Choices } from '#components/ui/choices.tsx'
import { type TimeDefaults, TimeFields } from './time-fields.tsx'

const choices = [
  { value: 'confirmed', label: 'As soon as it is confirmed', explanation: '' },
  { value: 'later', label: 'At a time', explanation: 'such as the day on which the act expires' },
] as const

export function WithdrawalTime(time: TimeDefaults) {
  const id = useId()
  const [when, setWhen] = useState<'confirmed' | 'later'>('confirmed')
  return (
    <div className="max-w-sm space-y-3">
      <Choices id={id} legend="When" choices={choices} value={when} onChange={setWhen} />
      <input type="hidden" name="when" value={when} />
      {when === 'later' && <TimeFields {...time} />}
    </div>
  )
}
