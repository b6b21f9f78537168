// The matrix as one SVG file: a square for each economy and sub-pillar, its colours and fonts named inside, so that it needs nothing else.
import { element, type Markup, together } from './markup.ts'
import { type Matrix, shown } from './matrix.ts'
import { inRegion } from './region-asked.ts'
import { inFiles } from './shades.ts'
import { fileOf, legendOf } from './svg.ts'

const cell = { width: 30, height: 18 }
const left = 190
const top = 148
const gap = 4

export function drawMatrix({ columns, pillars, rows, steps, asked, measures }: Matrix, source: string): Markup {
  const { ink, muted, rule, shades, onShades, empty } = inFiles
  let x = left
  const places = columns.map(({ pillar }, index) => {
    if (index > 0) x += cell.width + (pillar === columns[index - 1]?.pillar ? 0 : gap)
    return x
  })
  const width = Math.max(720, x + cell.width + 20)
  const height = top + rows.length * cell.height + 70
  const heads = pillars.map(({ number, name }) => {
    const at = places.filter((_, index) => columns[index]?.pillar === number)
    const [from, to] = [at[0] ?? 0, (at.at(-1) ?? 0) + cell.width - 1]
    const room = Math.floor((to - from) / 6.2)
    const label = `${number} ${name}`
    return together(
      element('line', { x1: from, x2: to, y1: top - 26, y2: top - 26, stroke: rule }),
      element(
        'text',
        { x: from, y: top - 31, fill: ink, 'font-weight': 600 },
        label.length <= room ? label : room > 12 ? `${label.slice(0, room - 1).trimEnd()}…` : number,
      ),
    )
  })
  return fileOf({
    width,
    height,
    title: `Measures${inRegion(asked.region)} by economy and ${asked.by === 'pillar' ? 'pillar' : 'sub-pillar'}`,
    subtitle: `${shown[asked.show]}. ${measures.toLocaleString('en')} measures in ${rows.length} economies.`,
    source,
    body: together(
      legendOf(steps, 20, 84),
      asked.by === 'pillar' ? '' : heads,
      columns.map(({ code }, index) =>
        element('text', { x: (places[index] ?? 0) + cell.width / 2, y: top - 10, fill: muted, 'text-anchor': 'middle' }, code),
      ),
      rows.map(({ name, cells }, row) => {
        const y = top + row * cell.height
        return element(
          'g',
          {},
          element('text', { x: left - 8, y: y + 13, fill: ink, 'text-anchor': 'end' }, name.length > 30 ? `${name.slice(0, 29)}…` : name),
          cells.map((one, index) => {
            const at = places[index] ?? 0
            return together(
              element('rect', {
                x: at,
                y,
                width: cell.width - 1,
                height: cell.height - 1,
                fill: one?.shade ? shades[one.shade - 1] : empty,
              }),
              one &&
                element(
                  'text',
                  {
                    x: at + cell.width / 2,
                    y: y + 13,
                    'font-size': 11,
                    'text-anchor': 'middle',
                    fill: one.shade ? onShades[one.shade - 1] : ink,
                  },
                  one.words,
                ),
            )
          }),
        )
      }),
    ),
  })
}
