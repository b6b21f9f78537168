// What search engines and link previews are told of a version: never the text of a withdrawn measure.
import type { Metadata } from 'next'
import { withCard } from '#components/pictures/card-metadata.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { excerptOf } from './excerpt.ts'
import { statementOf } from './statements.tsx'

export function describeMeasure(measure: PublishedMeasure, canonical: string, version?: number): Metadata {
  const { ref, economy, subPillar, bases, withdrawn } = measure
  const title = `${ref}${version === undefined ? '' : `, version ${version}`}: ${economy.name}, ${subPillar.name}`
  if (withdrawn)
    return { title: `${ref}, withdrawn`, description: `${ref} was withdrawn.`, alternates: { canonical }, robots: { index: false } }
  const description = excerptOf(`${bases.map(statementOf).join('; ')}. ${measure.description}`, 200)
  return {
    title,
    description,
    alternates: { canonical },
    ...withCard(version === undefined ? ref : `${ref}-v${version}`, { title, description, url: canonical }),
  }
}
