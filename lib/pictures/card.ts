// The card that stands for a page where it is linked to: 1200 × 630 pixels, in the look of the house. It shows what it is given and reads no data.
import { isRightToLeft, linesOf } from './line-breaks.ts'
import { element, type Markup, together } from './markup.ts'
import { inFiles } from './shades.ts'
import { sans, serif } from './svg.ts'

/** `above` says where one is, `statement` what people came for, `title` on what it rests, `below` the edition. */
export type Card = { mark: string; above: string; statement: string; title: string; below: string }

export const cardSize = { width: 1200, height: 630 }
const margin = 72
const room = cardSize.width - 2 * margin

/** The larger the shorter: a statement of one line is set as a headline. */
function fitted(text: string): { size: number; lines: string[] } {
  for (const size of [76, 64, 54]) {
    const lines = linesOf(text, { width: room, size, most: 4 })
    if (lines.length <= (size > 60 ? 2 : 3) && !lines.at(-1)?.endsWith('…')) return { size, lines }
  }
  return { size: 46, lines: linesOf(text, { width: room, size: 46, most: 4 }) }
}

export function drawCard({ mark, above, statement, title, below }: Card): Markup {
  const { paper, ink, muted, accent, rule } = inFiles
  const head = fitted(statement)
  const titles = linesOf(title, { width: room, size: 30, most: head.lines.length > 2 ? 2 : 3 })
  const top = 214 + head.size * 0.8
  const under = top + (head.lines.length - 1) * head.size * 1.18 + 66
  const line = (text: string, y: number, look: Record<string, string | number>) => {
    const rtl = isRightToLeft(text)
    return element('text', { x: rtl ? cardSize.width - margin : margin, y, 'text-anchor': rtl ? 'end' : undefined, ...look }, text)
  }
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...cardSize,
      viewBox: `0 0 ${cardSize.width} ${cardSize.height}`,
      role: 'img',
      'font-family': sans,
    },
    element('title', {}, [mark, above, statement].filter(Boolean).join('. ')),
    element('rect', { ...cardSize, fill: paper }),
    element('rect', { width: cardSize.width, height: 14, fill: accent }),
    line(mark, 110, { 'font-size': 32, 'font-weight': 600, fill: accent }),
    line(linesOf(above, { width: room, size: 30, most: 1 })[0] ?? '', 156, { 'font-size': 30, fill: ink }),
    together(
      head.lines.map((text, index) =>
        line(text, top + index * head.size * 1.18, { 'font-family': serif, 'font-size': head.size, 'font-weight': 600, fill: ink }),
      ),
    ),
    together(titles.map((text, index) => line(text, under + index * 40, { 'font-size': 30, fill: muted }))),
    element('line', { x1: margin, x2: cardSize.width - margin, y1: 540, y2: 540, stroke: rule }),
    line(below, 590, { 'font-size': 26, fill: muted }),
    element(
      'text',
      { x: cardSize.width - margin, y: 592, 'text-anchor': 'end', 'font-family': serif, 'font-size': 34, 'font-weight': 600, fill: ink },
      'As Amended',
    ),
  )
}
