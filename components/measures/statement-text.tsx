// A statement whose lines break between dates, never inside one.
import { monthNames } from '#lib/timeline/calendar.ts'
import { keyed } from './keyed.ts'

const dates = new RegExp(`((?:\\d{1,2} )?(?:${monthNames.join('|')}) \\d{4},?)`)

export function StatementText({ text }: { text: string }) {
  return keyed(text.split(dates)).map(({ key, row }) =>
    key % 2 === 0 ? (
      row
    ) : (
      <span key={key} className="whitespace-nowrap">
        {row}
      </span>
    ),
  )
}
