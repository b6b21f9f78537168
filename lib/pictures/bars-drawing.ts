// Bars as a file: the same drawing in a frame of pixels, with its legend.
import { type Bars, drawBars, looks } from './bars.ts'
import { element, type Markup, together } from './markup.ts'
import { inFiles } from './shades.ts'
import { fileOf } from './svg.ts'

export function barsAsFile(bars: Bars, told: { title: string; subtitle: string; source: string }): Markup {
  let x = 20
  const legend = bars.series.map((name, index) => {
    const at = x
    x += 44 + name.length * 6.6
    return together(
      element('rect', { x: at, y: 84, width: 13, height: 13, ...looks(inFiles)[index] }),
      element('text', { x: at + 20, y: 95, fill: inFiles.ink }, name),
    )
  })
  const inner = element('svg', { x: 20, y: 116, width: 860, height: 150 }, drawBars(bars, inFiles, told.title))
  return fileOf({ width: 900, height: 310, ...told, body: together(legend, inner) })
}
