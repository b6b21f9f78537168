// The map as SVG: in a page each economy leads to its list and the theme gives the colours; in a file they are inside.
import type { WorldMap } from './map.ts'
import { element, type Markup, together } from './markup.ts'
import { regionOf } from './region-asked.ts'
import { inFiles, type Palette, themed } from './shades.ts'
import { fileOf, legendOf } from './svg.ts'
import { type Land, world } from './world.ts'

const told = (name: string, measures: number) =>
  `${name}: ${measures === 0 ? 'none' : measures === 1 ? '1 measure' : `${measures} measures`}`

/** The lands, the small ones as circles on top, which no neighbour may cover. */
function lands({ economies, asked }: WorldMap, palette: Palette, linked: boolean): Markup {
  const known = new Map(economies.map((economy) => [economy.economy, economy]))
  const one = (land: Land, shape: Markup) => {
    const found = land.code === null ? undefined : known.get(land.code)
    const words = told(found?.name ?? land.name, found?.measures ?? 0)
    if (!linked || !found) return together(element('g', {}, element('title', {}, words), shape))
    return element('a', { href: found.href, 'aria-label': words }, element('title', {}, words), shape)
  }
  const fill = ({ code }: Land) => {
    // Around a region its neighbours are outlines only.
    if (region && !region.economies.includes(code ?? '')) return 'none'
    const shade = code === null ? 0 : (known.get(code)?.shade ?? 0)
    return shade === 0 ? palette.empty : palette.shades[shade - 1]
  }
  const region = regionOf(asked.region)
  const { lands } = world(region)
  // A small land without measures is drawn and not marked, lest the seas fill with empty circles.
  const marked = lands.filter(({ code, marker }) => marker && code !== null && known.has(code))
  return together(
    element(
      'g',
      { stroke: palette.rule, 'stroke-width': 0.5, 'stroke-linejoin': 'round' },
      lands
        .filter((land) => land.path !== '' && !marked.includes(land))
        .map((land) => one(land, element('path', { d: land.path, fill: fill(land) }))),
    ),
    element(
      'g',
      { stroke: palette.ink, 'stroke-width': 1 },
      marked.map((land) => one(land, element('circle', { cx: land.marker?.x, cy: land.marker?.y, r: 5, fill: fill(land) }))),
    ),
  )
}

/** For a page: it scales with its place, and its links can be reached with the keyboard. */
export function mapInPage(map: WorldMap): Markup {
  const { width, height } = world(regionOf(map.asked.region))
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': `Map. ${map.title}; the same numbers are in the table below.`,
      class: 'world',
    },
    lands(map, themed, true),
  )
}

/** For a file. */
export function mapAsFile(map: WorldMap, source: string): Markup {
  const { width, height } = world(regionOf(map.asked.region))
  const subtitle = `${map.measures.toLocaleString('en')} measures in ${map.economies.length} economies${map.asked.clock === 'law' ? ', in force or possibly so' : ''}.`
  return fileOf({
    width: width + 40,
    height: height + 170,
    title: map.title,
    subtitle,
    source: `${source}. Outlines: Natural Earth. Equal Earth projection.`,
    body: together(legendOf(map.steps, 20, 84), element('g', { transform: 'translate(20 112)' }, lands(map, inFiles, false))),
  })
}
