// Two published versions as contents that can be compared. The world sees no row ids, so rows that are recognisably the same get the same one here.
import { type Basis, type Content, type Source, schemaVersion } from '#lib/measures/content.ts'
import type { PublishedBasis, PublishedMeasure } from '#lib/published/schema.ts'

/** The contents of both, the older first. */
export function contentsOf(before: PublishedMeasure, after: PublishedMeasure): [Content, Content] {
  const bases = pair(before.bases, after.bases, [
    (a, b) => a.kind === b.kind && a.title === b.title,
    (a, b) => a.actRef !== undefined && a.actRef === b.actRef,
    (a, b) => a.title === b.title,
    (a, b) => a.url !== undefined && a.url === b.url,
    (a, b) => a.kind === b.kind && a.events.length > 0 && a.statement === b.statement,
  ])
  const sources = pair(before.sources, after.sources, [
    (a, b) => a.title === b.title && a.url === b.url,
    (a, b) => a.url !== '' && a.url === b.url,
    (a, b) => a.title !== '' && a.title === b.title,
  ])
  return [contentOf(before, bases[0], sources[0]), contentOf(after, bases[1], sources[1])]
}

type Same<T> = (a: T, b: T) => boolean

/** An id for every row of both; rows that one of the rules, tried in order, takes for the same share theirs. */
function pair<T>(before: readonly T[], after: readonly T[], rules: readonly Same<T>[]): [string[], string[]] {
  const free = new Set(before.keys())
  const ids = new Map<number, string>()
  for (const same of rules) {
    for (const [index, row] of after.entries()) {
      if (ids.has(index)) continue
      const match = [...free].find((at) => same(before[at] as T, row))
      if (match === undefined) continue
      free.delete(match)
      ids.set(index, `before-${match}`)
    }
  }
  return [before.map((_, index) => `before-${index}`), after.map((_, index) => ids.get(index) ?? `after-${index}`)]
}

function contentOf(
  { subPillar, bases, description, coverage, sources, version }: PublishedMeasure,
  basisIds: string[],
  sourceIds: string[],
): Content {
  return {
    schemaVersion,
    subPillar: subPillar.code,
    bases: bases.map((basis, index) => basisOf(basis, basisIds[index] ?? '')),
    description,
    coverage,
    sources: sources.map((source, index): Source => ({ id: sourceIds[index] ?? '', ...source })),
    changeKind: version.changeKind,
    changeNote: version.changeNote,
  }
}

function basisOf({ kind, title, url, absence, figure, events }: PublishedBasis, id: string): Basis {
  switch (kind) {
    case 'act':
      return { id, kind, title, url: url ?? '', events }
    case 'practice':
      return { id, kind, title, events }
    case 'absence':
      return { id, kind, title, absence: absence ?? null }
    case 'figure':
      return { id, kind, title, ...(figure ?? { value: '', unit: '', year: '' }) }
  }
}
