// A worklist of impacts: which measure, by which law change, where it stands, whose turn it is, and until when.
import { MeasureCell, type WorkColumn, WorkTable } from '#components/desk/work-table.tsx'
import { renderDate } from '#lib/timeline/partial-date.ts'

type Line = {
  id: number
  ref: string
  title: string
  actTitle: string
  change: string
  person: string
  state: string
  version: { number: number } | null
  dueOn: string
  answerId: number | null
  /** Why it is said not to be affected, while that waits to be checked. */
  reason: string
}

const columns: readonly WorkColumn[] = [
  { name: 'Measure' },
  { name: 'State', className: 'w-32' },
  { name: 'Whose turn', className: 'hidden w-44 sm:table-cell' },
  { name: 'Due', className: 'hidden w-40 sm:table-cell' },
]
const chosen: WorkColumn = { name: 'Chosen', className: 'w-9', hidden: true }

/** With `choosing`, each row has a box that a form around the table sends as `item`. */
type Props = { rows: readonly Line[]; caption: string; today: string; withChange?: boolean; choosing?: boolean }

export function ImpactTable({ rows, caption, today, withChange = false, choosing = false }: Props) {
  return (
    <WorkTable caption={caption} columns={choosing ? [chosen, ...columns] : columns}>
      {rows.map((row) => (
        <tr key={row.id} className="border-b border-rule align-top">
          {choosing && (
            <td className="py-3">
              <input
                type="checkbox"
                name="item"
                value={`${row.id}|${row.answerId ?? 0}|${row.ref}`}
                aria-label={`Choose ${row.ref}`}
                className="size-4 accent-accent"
              />
            </td>
          )}
          <MeasureCell href={`/desk/law-changes/impacts/${row.id}`} measureRef={row.ref} title={row.title}>
            {withChange && (
              <p className="mt-0.5 text-sm text-muted">
                {row.change}, {row.actTitle}
              </p>
            )}
            {row.state === 'to check' && <p className="mt-1 border-l-4 border-rule-strong pl-3 font-serif text-sm">{row.reason}</p>}
          </MeasureCell>
          <td className="py-2.5 pr-4 text-sm first-letter:uppercase">
            {row.state}
            {row.version && <span className="block text-xs text-muted">version {row.version.number}</span>}
          </td>
          <td className="hidden py-2.5 pr-4 text-sm sm:table-cell">{row.person}</td>
          <td className="hidden py-2.5 text-sm text-muted sm:table-cell">
            <time dateTime={row.dueOn}>{renderDate(row.dueOn)}</time>
            {row.dueOn < today && !/^(updated|not affected)$/.test(row.state) && (
              <span className="block font-semibold text-bad">overdue</span>
            )}
          </td>
        </tr>
      ))}
    </WorkTable>
  )
}
