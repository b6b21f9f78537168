'use client'
// The questions that a reviewer ticks before they approve: whoever approves without a tick is told beside it which is missing. The command asks for each too.
import { type FormEvent, useId, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import type { Check } from '#lib/review/checklist.ts'

const first = { 'data-key': 'a', 'data-key-label': 'To the checklist and the approval' }

export function Checklist({ checks }: { checks: readonly Check[] }) {
  const id = useId()
  const list = useRef<HTMLFieldSetElement>(null)
  const [missing, setMissing] = useState<readonly string[]>([])

  // Instead of the bubble of the browser, which names one and goes away.
  const refuse = (event: FormEvent<HTMLFieldSetElement>) => {
    event.preventDefault()
    const open = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])].filter(({ checked }) => !checked)
    setMissing(open.map(({ value }) => value))
    open[0]?.focus()
  }
  const isMissing = (name: string) => missing.includes(name)
  const count = checks.filter(({ name }) => isMissing(name)).length
  return (
    <fieldset
      ref={list}
      onInvalidCapture={refuse}
      onChange={(event) => {
        const box = event.target as unknown as HTMLInputElement
        if (box.checked) setMissing((before) => before.filter((name) => name !== box.value))
      }}
      className="space-y-1.5"
    >
      <legend className="mb-1 text-sm font-semibold">Before you approve</legend>
      {checks.map(({ name, question }, index) => (
        <div key={name}>
          <label className="flex items-baseline gap-2 text-sm">
            <input
              type="checkbox"
              name="checked"
              value={name}
              required
              aria-invalid={isMissing(name) || undefined}
              aria-describedby={isMissing(name) ? `${id}-${name}` : undefined}
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
              {...(index === 0 ? first : {})}
            />
            <span className={cx(isMissing(name) && 'text-bad')}>{question}</span>
          </label>
          {isMissing(name) && (
            <p id={`${id}-${name}`} className="ml-6 text-sm text-bad">
              Not ticked yet.
            </p>
          )}
        </div>
      ))}
      <p role="status" className={cx('text-sm text-bad', count === 0 && 'sr-only')}>
        {count > 0 && `${count === 1 ? 'One question is' : `${count} questions are`} not ticked: an approval answers for each.`}
      </p>
    </fieldset>
  )
}
