// Measures by when their texts are due for checking. Without a check the age counts from the first publication, and the table says so.
import { MeasureCell, type WorkColumn, WorkTable } from '#components/desk/work-table.tsx'
import type { CheckLine } from '#lib/measures/verification.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'

const columns: readonly WorkColumn[] = [
  { name: 'Measure' },
  { name: 'Last checked', className: 'hidden w-44 sm:table-cell' },
  { name: 'Due', className: 'w-36' },
]

type Props = { rows: readonly CheckLine[]; caption: string; today: string }

export function CheckTable({ rows, caption, today }: Props) {
  return (
    <WorkTable caption={caption} columns={columns}>
      {rows.map((row) => (
        <tr key={row.ref} className="border-b border-rule align-top">
          <MeasureCell href={`/desk/measures/${row.ref}`} measureRef={row.ref} title={row.title}>
            <p className="mt-0.5 text-sm text-muted">
              {row.economyName} · {row.subPillar}
              <span className="sm:hidden"> · {lastChecked(row)}</span>
            </p>
          </MeasureCell>
          <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">{lastChecked(row)}</td>
          <td className="py-2.5 text-sm">
            {row.dueOn <= today && <strong className="block font-semibold text-warn">Due</strong>}
            <span className="tabular-nums">{renderDate(row.dueOn)}</span>
            <span className="block text-muted">every {row.months} months</span>
          </td>
        </tr>
      ))}
    </WorkTable>
  )
}

const lastChecked = ({ since, checked }: CheckLine) => (checked ? renderDate(since) : `Not since ${renderDate(since)}`)
