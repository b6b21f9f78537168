// How long ago the texts of each economy and pillar were checked: a table whose cells are also shaded. Every number is written; the shade only repeats it.
import { cx } from '#components/ui/cx.ts'
import { type AgeCell, ageSteps, monthsOf, stepOf } from '#lib/measures/verification.ts'

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

// Thousands of cells: what they look like is said once, on the table, so that the page stays small.
const looks = cx(
  '[&_td]:border-b [&_td]:border-l [&_td]:border-rule [&_td]:p-0 [&_td]:text-center [&_td]:text-muted',
  '[&_td_a]:flex [&_td_a]:min-h-10 [&_td_a]:flex-col [&_td_a]:items-center [&_td_a]:justify-center [&_td_a]:px-1 [&_td_a]:py-0.5',
  '[&_td_a]:leading-tight [&_td_a]:font-medium [&_td_a]:text-ink [&_td_a]:tabular-nums [&_td_a]:no-underline [&_td_a:hover]:underline',
  '[&_td_a]:-outline-offset-2 [&_small]:text-[0.6875rem] [&_small]:font-semibold [&_small]:whitespace-nowrap',
)

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
      <table className={cx('w-full border-separate border-spacing-0 text-sm', looks)}>
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
  if (!cell) return <td>–</td>
  const days = daysOf(cell, shown)
  const words = [
    counted(monthsOf(days), 'month'),
    ...(cell.due > 0 ? [`${cell.due} due`] : []),
    counted(cell.measures, 'measure'),
    ...(cell.unchecked > 0 ? [`${cell.unchecked} never checked`] : []),
  ].join(', ')
  return (
    <td className={shades[stepOf(days)]}>
      {/* A plain link, because the others would each be fetched ahead. */}
      <a href={`/desk/verifications/measures?economy=${cell.economy}&pillar=${cell.pillar}`} aria-label={words}>
        {monthsOf(days)}
        {cell.due > 0 && <small>{cell.due} due</small>}
      </a>
    </td>
  )
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

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
