'use client'
// The day of a check, today unless somebody says otherwise. A refusal of the form does not change what was chosen.
import { useId, useState } from 'react'
import { TextInput } from '#components/ui/text-input.tsx'

export function DayOfCheck({ today, from }: { today: string; from: string }) {
  const id = useId()
  const [day, setDay] = useState(today)
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-semibold">
        Checked on
      </label>
      <TextInput
        id={id}
        type="date"
        name="checkedOn"
        required
        min={from}
        className="mt-1 max-w-44"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </div>
  )
}
