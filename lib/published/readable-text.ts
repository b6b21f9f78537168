// The text of a measure as one string of words, field after field: what can be quoted from its page. It reads no data.
import { proseText } from '#lib/measures/prose-text.ts'
import type { MeasureText } from './schema.ts'

/** Statements and titles, description without its Markdown, coverage and sources. */
export function readableText({ bases, pillar, subPillar, description, coverage, sources }: MeasureText): string {
  return [
    ...bases.flatMap(({ statement, title, actRef = '', kind }) => [statement, title, kind, actRef]),
    pillar.name,
    subPillar.name,
    subPillar.code,
    proseText(description),
    coverage,
    ...sources.map(({ title, url }) => title || url),
  ].join('\n')
}
