// What a table of acts may say: its columns, and where an empty one is to be had.
import { actColumns } from '#lib/acts/act-table.ts'

export function ActColumns() {
  return (
    <details className="mt-3 max-w-3xl">
      <summary className="cursor-pointer text-accent">Or a table of acts, as CSV, JSON or JSON Lines</summary>
      <div className="mt-2 space-y-2 text-muted">
        <p>
          Begin with <a href="/desk/acts/template.csv">an empty table</a>, or with <a href="/desk/acts/export.csv">the register as CSV</a>{' '}
          or <a href="/desk/acts/export.json">as JSON</a>: change it, and read it here. A comma, a semicolon or a tab stands between the
          cells. What a column does not exist for stays as it is; an empty cell empties it. Nothing is written until you have seen what
          would change.
        </p>
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
          {actColumns.map(({ name, meaning }) => (
            <div key={name} className="contents">
              <dt className="font-mono text-ink">{name}</dt>
              <dd className="wrap-anywhere">{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
