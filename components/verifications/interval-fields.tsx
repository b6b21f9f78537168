'use client'
// The interval of every sub-pillar as a number to type, with what the reference data has. A refusal of the form does not change what was typed.
import { useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { inputClass } from '#components/ui/text-input.tsx'
import { type CheckInterval, fewestMonths, mostMonths } from '#lib/taxonomy/check-interval.ts'

type Props = { pillars: readonly { number: number; name: string }[]; intervals: readonly CheckInterval[]; readOnly: boolean }

export function IntervalFields({ pillars, intervals, readOnly }: Props) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  return (
    <table className="w-full max-w-3xl border-collapse">
      <caption className="sr-only">Months between checks, by sub-pillar</caption>
      <thead>
        <tr className="border-b border-rule-strong text-left text-sm">
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Sub-pillar
          </th>
          <th scope="col" className="w-44 py-1.5 font-semibold">
            Months between checks
          </th>
        </tr>
      </thead>
      {pillars.map(({ number, name }) => (
        <tbody key={number}>
          <tr>
            <th scope="rowgroup" colSpan={2} className="pt-4 pb-1 text-left font-sans text-sm font-semibold">
              {number} {name}
            </th>
          </tr>
          {intervals
            .filter(({ pillar }) => pillar === number)
            .map(({ subPillar, name, months, usual, set }) => (
              <tr key={subPillar} className="border-b border-rule align-top">
                <th scope="row" id={`sub-pillar-${subPillar}`} className="py-2 pr-4 pl-12 -indent-12 text-left font-normal">
                  <span className="inline-block w-12 indent-0 text-muted tabular-nums">{subPillar}</span> {name}
                </th>
                <td className="py-1.5">
                  {readOnly ? (
                    <span className="tabular-nums">{months}</span>
                  ) : (
                    <>
                      <input type="hidden" name={`was ${subPillar}`} value={months} />
                      <input
                        type="number"
                        name={`months ${subPillar}`}
                        aria-labelledby={`sub-pillar-${subPillar}`}
                        required
                        min={fewestMonths}
                        max={mostMonths}
                        value={typed[subPillar] ?? months}
                        onChange={({ target }) => setTyped((before) => ({ ...before, [subPillar]: target.value }))}
                        className={cx(inputClass, 'max-w-24 tabular-nums')}
                      />
                    </>
                  )}
                  {set && <span className="block text-sm text-muted">usually {usual}</span>}
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  )
}
