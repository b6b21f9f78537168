// The map of Natural Earth as world-atlas ships it; said here so that no tool infers a type from a megabyte of numbers.
declare module 'world-atlas/countries-50m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'

  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }>
  export default atlas
}
