// The outlines of economies on an equal-area map (Equal Earth) of the world or of a region, as SVG paths on a grid of whole units; each made once in a process.
import { geoArea, geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }
import type { Region } from '#lib/taxonomy/region.ts'

/** `code` is null where ISO 3166-1 assigns none. `marker` is where a circle stands for what is too small to be seen. */
export type Land = { code: string | null; name: string; path: string; marker: { x: number; y: number } | null }
export type World = { width: number; height: number; lands: Land[] }

/** Wide enough for a large screen: a unit is about a pixel there. */
const width = 1100
/** A land that is smaller than this in both directions gets a circle. */
const small = 7
/** Of a region: how high it is drawn, and what is left free around it. */
const regional = { least: 320, most: 620, margin: 24 }

const made = new Map<string, World>()

/** The world without Antarctica, which has no law of its own; or the part of it that a region takes, with what lies around. */
export function world(region?: Region): World {
  const key = region?.code ?? ''
  const found = made.get(key) ?? draw(region)
  made.set(key, found)
  return found
}

type Ring = [x: number, y: number][]

type Shape = Feature<Polygon | MultiPolygon, { name: string }>
const codeOf = ({ id }: Shape) => (id === undefined ? null : (countries.numericToAlpha2(String(id)) ?? null))

/** What of an economy decides where the map lies: its largest land and what is not much smaller and near it, but no islands overseas. */
function mainlands(shape: Shape): Polygon[] {
  const { geometry } = shape
  const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((coordinates) => {
    const polygon: Polygon = { type: 'Polygon', coordinates }
    return { polygon, area: geoArea(polygon), centre: geoCentroid(polygon) }
  })
  const largest = parts.reduce((most, part) => (part.area > most.area ? part : most))
  return parts
    .filter(({ area, centre }) => area > largest.area / 12 && geoDistance(centre, largest.centre) < Math.PI / 4)
    .map(({ polygon }) => polygon)
}

/** The mean of longitudes, in degrees, on either side of the date line. */
function middle(longitudes: readonly number[]): number {
  const sum = (of: (radians: number) => number) => longitudes.reduce((all, one) => all + of((one * Math.PI) / 180), 0)
  return (Math.atan2(sum(Math.sin), sum(Math.cos)) * 180) / Math.PI
}

function placed(shapes: readonly Shape[], region: Region | undefined) {
  const coordinates = shapes
    .filter((shape) => region?.economies.includes(codeOf(shape) ?? ''))
    .flatMap(mainlands)
    .map((polygon) => polygon.coordinates)
  if (coordinates.length === 0) {
    const all = { type: 'FeatureCollection' as const, features: [...shapes] }
    const projection = geoEqualEarth().fitWidth(width, all)
    return { projection, height: Math.ceil(geoPath(projection).bounds(all)[1][1]) }
  }
  const lands = { type: 'MultiPolygon' as const, coordinates }
  const { least, most, margin } = regional
  const turn = middle(coordinates.map((one) => geoCentroid({ type: 'Polygon', coordinates: one })[0]))
  const projection = geoEqualEarth().rotate([-turn, 0])
  const [[, top], [, bottom]] = geoPath(projection.fitWidth(width - 2 * margin, lands)).bounds(lands)
  const height = Math.ceil(Math.min(most, Math.max(least, bottom - top + 2 * margin)))
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    lands,
  )
  return {
    projection: projection.clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]),
    height,
  }
}

function draw(region: Region | undefined): World {
  const shapes = feature(atlas, atlas.objects.countries).features.filter(
    (shape): shape is Shape => shape.id !== '010' && /Polygon$/.test(shape.geometry.type),
  )
  const { projection, height } = placed(shapes, region)
  const byCode = new Map<string, { code: string | null; name: string; rings: Ring[] }>()
  for (const shape of shapes) {
    const code = codeOf(shape)
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
  return { width, height, lands }
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
