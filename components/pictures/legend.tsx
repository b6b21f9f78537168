// What the shades of a picture stand for, faintest first.
import type { Step } from '#lib/pictures/shades.ts'

export function Legend({ steps, title, none }: { steps: readonly Step[]; title: string; none?: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="font-semibold">{title}</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {none && (
          <li className="flex items-center gap-1.5">
            <span className="size-3.5 border border-rule-strong bg-sunken" />
            {none}
          </li>
        )}
        {steps
          .toSorted((a, b) => a.shade - b.shade)
          .map(({ shade, label }) => (
            <li key={shade} className="flex items-center gap-1.5">
              <span className={`size-3.5 border border-rule-strong shade-${shade}`} />
              {label}
            </li>
          ))}
      </ul>
    </div>
  )
}
