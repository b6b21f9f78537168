// How long ago the texts of each economy and pillar were checked: a table whose cells are also shaded. Every number is written; the shade only repeats it.
import { cx } from '#components/ui/cx.ts'
import { type AgeCell, ageInWords, ageSteps, monthsOf, stepOf } from '#lib/measures/verification.ts'

export type Shown = 'oldest' | 'middle'
type Props = {
  cells: readonly AgeCell[]
  economies: readonly { code: string; name: string }[]
  pillars: readonly { number: number; name: string }[]
  shown: Shown
}

const shades = [
  'bg-surface',
  'bg-[color-mix(in_oklab,var(--warn)_8%,var(--surface))]',
  'bg-[color-mix(in_oklab,var(--warn)_16%,var(--surface))]',
  'bg-[color-mix(in_oklab,var(--warn)_26%,var(--surface))]',
  'bg-[color-mix(in_oklab,var(--warn)_38%,var(--surface))]',
] as const

const daysOf = (cell: AgeCell, shown: Shown) => (shown === 'oldest' ? cell.oldestDays : cell.medianDays)

export function AgeMap({ cells, economies, pillars, shown }: Props) {
  const at = new Map(cells.map((cell) => [`${cell.economy} ${cell.pillar}`, cell]))
  return (
    <section
      aria-labelledby="ages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[80dvh] overflow-auto border border-rule-strong"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption id="ages" className="sr-only">
          Months since the {shown} check, by economy and pillar
        </caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 border-r border-b border-rule-strong bg-sunken px-3 py-2 text-left font-semibold"
            >
              Economy
            </th>
            {pillars.map(({ number, name }) => (
              <th
                key={number}
                scope="col"
                title={name}
                className="sticky top-0 z-10 min-w-13 border-b border-rule-strong bg-sunken px-1 py-2 text-center font-semibold"
              >
                <span className="sr-only">Pillar </span>
                {number}
                <span className="sr-only">, {name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {economies.map(({ code, name }) => (
            <tr key={code}>
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-36 truncate border-r border-b border-rule border-r-rule-strong bg-paper px-3 py-1 text-left font-medium sm:max-w-56"
                title={name}
              >
                {name}
              </th>
              {pillars.map(({ number }) => (
                <Cell key={number} cell={at.get(`${code} ${number}`)} shown={shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ cell, shown }: { cell: AgeCell | undefined; shown: Shown }) {
  if (!cell) {
    return (
      <td className="border-b border-rule text-center text-muted">
        <span aria-hidden="true">·</span>
        <span className="sr-only">none</span>
      </td>
    )
  }
  const days = daysOf(cell, shown)
  const words = [
    ageInWords(days),
    cell.measures === 1 ? '1 measure' : `${cell.measures} measures`,
    cell.due > 0 ? `${cell.due} due` : 'none due',
    ...(cell.unchecked > 0 ? [`${cell.unchecked} never checked`] : []),
  ].join(', ')
  return (
    <td className={cx('border-b border-l border-rule p-0 text-center', shades[stepOf(days)])}>
      {/* A plain link: thousands of cells would each be fetched ahead. */}
      <a
        href={`/desk/verifications/measures?economy=${cell.economy}&pillar=${cell.pillar}`}
        aria-label={words}
        title={words}
        className="flex min-h-10 flex-col items-center justify-center px-1 py-0.5 leading-tight text-ink tabular-nums no-underline hover:underline"
      >
        <span className="font-medium">{monthsOf(days)}</span>
        {cell.due > 0 && <span className="text-[0.6875rem] font-semibold whitespace-nowrap">{cell.due} due</span>}
      </a>
    </td>
  )
}

/** What the shades stand for. */
export function AgeKey() {
  return (
    <ul aria-label="Shades" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {ageSteps.map(({ from, label }, step) => (
        <li key={from} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={cx('inline-block size-4 border border-rule-strong', shades[step])} />
          {label}
        </li>
      ))}
    </ul>
  )
}
