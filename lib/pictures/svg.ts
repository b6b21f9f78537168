// What every picture that leaves as a file has around it: its size, a title for those who do not see it, paper, legend and source.
import { element, type Markup } from './markup.ts'
import { inFiles, type Step } from './shades.ts'

/** Named in files beside what every machine has. */
export const sans = "'Source Sans 3', 'Helvetica Neue', Arial, 'Noto Sans Arabic', sans-serif"
export const serif = "'Source Serif 4', Georgia, 'Noto Sans Arabic', serif"

type File = { width: number; height: number; title: string; subtitle: string; source: string; body: Markup }

/** A whole SVG document, in pixels. `source` says where it comes from and of which day it is. */
export function fileOf({ width, height, title, subtitle, source, body }: File): Markup {
  const { paper, ink, muted } = inFiles
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': sans,
      'font-size': 12,
    },
    element('title', {}, title),
    element('desc', {}, subtitle),
    element('rect', { width, height, fill: paper }),
    element('text', { x: 20, y: 40, 'font-family': serif, 'font-size': 24, 'font-weight': 600, fill: ink }, title),
    element('text', { x: 20, y: 62, 'font-size': 14, fill: muted }, subtitle),
    body,
    element('text', { x: 20, y: height - 18, fill: muted }, source),
  )
}

/** The steps in a row, each a square and its words. */
export function legendOf(steps: readonly Step[], x: number, y: number): Markup {
  let at = x
  const parts = steps
    .toSorted((a, b) => a.shade - b.shade)
    .map(({ shade, label }) => {
      const part = element(
        'g',
        {},
        element('rect', { x: at, y, width: 14, height: 14, fill: inFiles.shades[shade - 1] }),
        element('text', { x: at + 20, y: y + 11.5, fill: inFiles.ink }, label),
      )
      at += 36 + label.length * 6.4
      return part
    })
  return element('g', {}, parts)
}
