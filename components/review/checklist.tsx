// The questions that a reviewer ticks before they approve; the browser asks for each, and so does the command.
import type { Check } from '#lib/review/checklist.ts'

const first = { 'data-key': 'a', 'data-key-label': 'To the checklist and the approval' }

export function Checklist({ checks }: { checks: readonly Check[] }) {
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 text-sm font-semibold">Before you approve</legend>
      {checks.map(({ name, question }, index) => (
        <label key={name} className="flex items-baseline gap-2 text-sm">
          <input
            type="checkbox"
            name="checked"
            value={name}
            required
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
            {...(index === 0 ? first : {})}
          />
          {question}
        </label>
      ))}
    </fieldset>
  )
}
