// The matrix as an HTML table, written at once as text: it has too many cells to be a component each (decisions/0015).
import { measuresPath } from '#lib/published/filters.ts'
import { element, type Markup, together } from './markup.ts'
import type { Matrix, MatrixCell, MatrixColumn } from './matrix.ts'

/** Head, body and foot of the table: headings with their scope, and in each cell a link to the list that it counts. */
export function matrixTable({ columns, pillars, rows, asked }: Matrix, caption: string): Markup {
  const perPillar = asked.by === 'pillar'
  const starts = columns.map(({ pillar }, index) => index > 0 && pillar !== columns[index - 1]?.pillar)
  const corner = (text: string, rest: Record<string, string | number | undefined> = {}) =>
    element('th', { scope: 'col', rowspan: perPillar ? undefined : 2, ...rest }, text)
  const head = element(
    'thead',
    {},
    perPillar
      ? element('tr', {}, corner('Economy', { class: 'corner' }), corner('All'), columns.map(heading(starts)))
      : together(
          element(
            'tr',
            {},
            corner('Economy', { class: 'corner' }),
            corner('All'),
            pillars.map(({ number, name, columns }) =>
              element(
                'th',
                { scope: 'colgroup', colspan: columns, class: 'pillar' },
                element('a', { href: `/pillars/${number}`, title: name }, `${number}${columns > 2 ? `. ${name}` : ''}`),
              ),
            ),
          ),
          element('tr', { class: 'second' }, columns.map(heading(starts))),
        ),
  )
  const body = rows.map(({ code, name, total, cells }) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        element(
          'a',
          { href: `/economies/${code}` },
          element('span', { class: 'code' }, code),
          element('span', { class: 'name' }, ` ${name}`),
        ),
      ),
      element(
        'td',
        { class: 'total' },
        total > 0 ? element('a', { href: measuresPath({ economy: code, pillar: asked.pillar }) }, total) : '0',
      ),
      cells.map((cell, index) => tableCell(code, columns[index], cell, starts[index] === true)),
    ),
  )
  const look = `matrix${asked.show === 'measures' ? '' : ' years'}${perPillar ? ' few' : ''}`
  return element('table', { class: look }, element('caption', { class: 'sr-only' }, caption), head, element('tbody', {}, body))
}

const heading =
  (starts: readonly boolean[]) =>
  ({ code, name, pillar, subPillar }: MatrixColumn, index: number) =>
    element(
      'th',
      { scope: 'col', class: starts[index] ? 'start' : undefined },
      element(
        'a',
        { href: measuresPath(subPillar ? { subPillar } : { pillar }), title: name },
        code,
        element('span', { class: 'sr-only' }, ` ${name}`),
      ),
    )

function tableCell(economy: string, column: MatrixColumn | undefined, cell: MatrixCell | null, start: boolean): Markup {
  const look = [start ? 'start' : '', cell?.shade ? `s${cell.shade}` : ''].filter(Boolean).join(' ') || undefined
  if (!cell || !column) return element('td', { class: look })
  const { subPillar, pillar } = column
  return element(
    'td',
    { class: look },
    element('a', { href: measuresPath(subPillar ? { economy, subPillar } : { economy, pillar }) }, cell.words),
  )
}
