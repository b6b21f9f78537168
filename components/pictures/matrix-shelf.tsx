// Where a matrix that is larger than the screen lies: it scrolls by itself, shows that it does, and is passed with one key. public/site.js moves in it.
import type { ReactNode } from 'react'

type Props = { label: string; rows: number; columns: number; legend: ReactNode; children: ReactNode }

export function MatrixShelf({ label, rows, columns, legend, children }: Props) {
  return (
    <div className={columns > 24 ? 'matrix-shelf wide' : 'matrix-shelf'}>
      <a
        href="#after-matrix"
        className="absolute left-2 top-0 z-30 -translate-y-full bg-accent px-4 py-2 font-semibold text-accent-ink no-underline not-focus:sr-only"
      >
        Past the matrix
      </a>
      <div className="mb-2 flex flex-wrap gap-x-8 gap-y-1">
        {legend}
        {/* What the cell is that the pointer or the focus is on; a screen reader says it by itself, from the headings of the table. */}
        <p data-told aria-hidden="true" className="invisible truncate text-sm text-muted pointer-coarse:hidden print:hidden">
          Point at a cell, or move with the arrow keys.
        </p>
        {columns > 6 && <p className="text-sm text-muted sm:hidden print:hidden">{columns} columns: it scrolls sideways.</p>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section aria-label={label} tabIndex={0} className="matrix-frame">
        {children}
      </section>
      <p id="after-matrix" tabIndex={-1} className="mt-2 text-sm text-muted outline-none print:hidden">
        {rows.toLocaleString('en')} {rows === 1 ? 'row' : 'rows'}, {columns.toLocaleString('en')} {columns === 1 ? 'column' : 'columns'}
      </p>
    </div>
  )
}
