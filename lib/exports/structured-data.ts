// A version as schema.org tells it to search engines: a data set that rests on legislation. It reads no data.
import { waitingSentence } from '#lib/published/emergency.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'

const site = (baseUrl: string) => ({ '@type': 'Organization', name: 'As Amended', url: baseUrl })

/** JSON-LD of a version. Of a withdrawn one only that it was one: its text is not repeated. */
export function structuredData(measure: PublishedMeasure, baseUrl: string): object {
  const { ref, economy, pillar, subPillar, bases, version, withdrawn, links } = measure
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': baseUrl + links.version,
    url: baseUrl + links.version,
    identifier: ref,
    name: `${ref}: ${economy.name}, ${subPillar.name}`,
    version: String(version.number),
    datePublished: version.publishedAt,
    creativeWorkStatus: waitingSentence(version) || version.state,
    inLanguage: 'en',
    isAccessibleForFree: true,
    publisher: site(baseUrl),
    creator: site(baseUrl),
    spatialCoverage: { '@type': 'Country', name: economy.name, identifier: economy.code },
    ...(withdrawn || version.state === 'withdrawn'
      ? { description: `${ref} was withdrawn.` }
      : {
          description: `${bases.map(({ statement }) => statement).join('; ')}. ${measure.description}`.slice(0, 5000),
          keywords: [pillar.name, subPillar.name],
          isBasedOn: bases
            .filter(({ kind }) => kind === 'act')
            .map(({ title, url }) => ({
              '@type': 'Legislation',
              name: title,
              legislationJurisdiction: economy.name,
              ...(url ? { url } : {}),
            })),
          distribution: [
            {
              '@type': 'DataDownload',
              encodingFormat: 'application/json',
              contentUrl: `${baseUrl}/api/v1/measures/${ref}/versions/${version.number}`,
            },
          ],
        }),
  }
}

/** JSON that can stand in a script element: no `<` in it could end the element or open a comment. */
export const scriptJson = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')
