// The outlines of economies on an equal-area map of the world (Equal Earth), as SVG paths on a grid of whole units; made once in a process.
import { geoEqualEarth, geoPath } from 'd3-geo'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }

/** `code` is null where ISO 3166-1 assigns none. `marker` is where a circle stands for what is too small to be seen. */
export type Land = { code: string | null; name: string; path: string; marker: { x: number; y: number } | null }
export type World = { width: number; height: number; sphere: string; lands: Land[] }

/** Wide enough for a large screen: a unit is about a pixel there. */
const width = 1100
/** A land that is smaller than this in both directions gets a circle. */
const small = 7

let made: World | undefined

/** The world without Antarctica, which has no law of its own. */
export function world(): World {
  made ??= draw()
  return made
}

type Ring = [x: number, y: number][]

function draw(): World {
  const shapes = feature(atlas, atlas.objects.countries).features.filter(({ id }) => id !== '010')
  const projection = geoEqualEarth().fitWidth(width, { type: 'FeatureCollection', features: shapes })
  const bounds = geoPath(projection).bounds({ type: 'FeatureCollection', features: shapes })
  const height = Math.ceil(bounds[1][1])
  const byCode = new Map<string, { code: string | null; name: string; rings: Ring[] }>()
  for (const shape of shapes) {
    const code = shape.id === undefined ? null : (countries.numericToAlpha2(String(shape.id)) ?? null)
    const land = byCode.get(code ?? shape.properties.name) ?? { code, name: shape.properties.name, rings: [] }
    geoPath(projection, ringsInto(land.rings))(shape)
    byCode.set(code ?? shape.properties.name, land)
  }
  const lands = [...byCode.values()].map(({ code, name, rings }): Land => {
    const largest = rings.reduce<Ring>((most, ring) => (extent(ring).size > extent(most).size ? ring : most), [])
    const { x, y, size } = extent(largest)
    return {
      code,
      name,
      path: rings
        .filter((ring) => ring.length > 2)
        .map(pathOf)
        .join(''),
      marker: size < small ? { x, y } : null,
    }
  })
  return { width, height, sphere: geoPath(projection).digits(0)({ type: 'Sphere' }) ?? '', lands }
}

/** Takes what d3 draws onto the grid: neighbours share their points, so their borders still meet, and what falls together is one point. */
function ringsInto(rings: Ring[]) {
  let ring: Ring = []
  const point = (x: number, y: number) => {
    const [last] = ring.slice(-1)
    const [at, on] = [Math.round(x), Math.round(y)]
    if (!last || last[0] !== at || last[1] !== on) ring.push([at, on])
  }
  return {
    beginPath: () => {},
    arc: () => {},
    moveTo: (x: number, y: number) => {
      ring = []
      rings.push(ring)
      point(x, y)
    },
    lineTo: point,
    closePath: () => {},
  }
}

function extent(ring: Ring): { x: number; y: number; size: number } {
  if (ring.length === 0) return { x: 0, y: 0, size: -1 }
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { x: (left + right) / 2, y: (top + bottom) / 2, size: Math.max(right - left, bottom - top) }
}

/** Relative and whole: the shortest way to write a ring. */
function pathOf(ring: Ring): string {
  const [start = [0, 0]] = ring
  let [x, y] = start
  const steps = ring.slice(1).map(([toX, toY]) => {
    const step = `${toX - x}${toY - y < 0 ? '' : ' '}${toY - y}`
    ;[x, y] = [toX, toY]
    return step.startsWith('-') ? step : ` ${step}`
  })
  return `M${start[0]} ${start[1]}l${steps.join('').trimStart()}z`
}
