// Bars along time with their legend and, for every reader, the same numbers as a table.
import { type Bars, drawBars, looks } from '#lib/pictures/bars.ts'
import { themed } from '#lib/pictures/shades.ts'
import { Drawn } from './drawn.tsx'

export function BarsPicture({ bars, title, unit }: { bars: Bars; title: string; unit: string }) {
  const used = bars.series.filter((_, index) => bars.bars.some(({ parts }) => (parts[index] ?? 0) > 0))
  return (
    <figure className="break-inside-avoid">
      <figcaption className="mb-3">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {used.map((name) => (
            <li key={name} className="flex items-center gap-1.5">
              <svg width="13" height="13" aria-hidden="true">
                <rect x="0.5" y="0.5" width="12" height="12" {...looks(themed)[bars.series.indexOf(name)]} />
              </svg>
              {name}
            </li>
          ))}
          {bars.bars.some(({ ahead }) => ahead) && <li className="text-muted">Pale: still ahead</li>}
        </ul>
      </figcaption>
      <Drawn markup={drawBars(bars, themed, title)} />
      <details className="mt-2 text-[0.9375rem]">
        <summary className="cursor-pointer text-sm text-muted hover:text-ink">The same as a table</summary>
        <table className="mt-2 w-full max-w-lg text-left tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead className="text-sm text-muted">
            <tr>
              {[unit, ...used].map((name) => (
                <th key={name} scope="col" className="border-b border-rule-strong py-1 pr-4 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.bars
              .filter(({ parts }) => parts.some((part) => part > 0))
              .toReversed()
              .map(({ label, parts }) => (
                <tr key={label}>
                  <th scope="row" className="border-b border-rule py-1 font-normal">
                    {label}
                  </th>
                  {used.map((name) => (
                    <td key={name} className="border-b border-rule py-1">
                      {parts[bars.series.indexOf(name)]}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
