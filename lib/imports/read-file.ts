// A file as measures: what the desk's import page and the command both do with its bytes. Nothing is written here.
import type { TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { decode } from './decode.ts'
import { type ReadPage, readReferencePage } from './reference-page.ts'

/** Decodes and reads. A file that cannot be decoded has no items and one problem. Never throws. */
export function readFile(bytes: Uint8Array, names: TaxonomyNames): ReadPage {
  const { text, problem } = decode(bytes)
  return problem ? { items: [], problems: [problem], frame: [] } : readReferencePage(text, names)
}
