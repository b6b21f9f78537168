// An act, and the record as a whole, as schema.org tells them to search engines. It reads no data.
import type { PublishedAct } from '#lib/published/act-queries.ts'
import type { Licence } from '#lib/system/env.ts'
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'

/** The member of schema.org/Legislation that an event of this kind dates; the first event of a kind counts. */
const dated: Partial<Record<LegalEventKind, string>> = {
  adopted: 'legislationDate',
  signed: 'legislationDate',
  'entry into force': 'temporalCoverage',
}

/** JSON-LD of an act (schema.org/Legislation). A date is given as fine as it is known, which ISO 8601 allows. */
export function legislationData(act: PublishedAct, baseUrl: string): object {
  const dates: Record<string, string> = {}
  for (const { kind, date } of act.events) {
    const name = dated[kind]
    if (name && /^\d{4}(-\d\d){0,2}$/.test(date)) dates[name] ??= name === 'temporalCoverage' ? `${date}/..` : date
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': `${baseUrl}/acts/${act.ref}`,
    url: `${baseUrl}/acts/${act.ref}`,
    identifier: act.ref,
    name: act.title,
    legislationJurisdiction: act.belongsTo,
    ...(act.originalTitle ? { alternateName: act.originalTitle } : {}),
    ...(act.number ? { legislationIdentifier: act.number } : {}),
    ...(act.kind ? { legislationType: act.kind } : {}),
    ...(act.issuer ? { legislationPassedBy: { '@type': 'Organization', name: act.issuer } } : {}),
    ...(act.url || act.eli ? { sameAs: [act.url, act.eli].filter((address) => /^https?:/.test(address)) } : {}),
    ...dates,
  }
}

type About = { modified: string | undefined; economies: number; licence?: Licence | undefined }

/** JSON-LD of the record (schema.org/DataCatalog): one data set and its downloads. */
export function recordData(baseUrl: string, { modified, economies, licence }: About): object {
  const download = (path: string, encodingFormat: string) => ({ '@type': 'DataDownload', contentUrl: baseUrl + path, encodingFormat })
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': `${baseUrl}/`,
    name: 'As Amended',
    url: baseUrl,
    dataset: {
      '@type': 'Dataset',
      '@id': `${baseUrl}/#dataset`,
      name: 'As Amended: measures of digital trade',
      description: `What the law of ${economies} economies says on each point of a taxonomy of digital trade, on which acts it rests, who checked it, and how it changed.`,
      url: `${baseUrl}/measures`,
      isAccessibleForFree: true,
      ...(licence ? { license: licence.url } : {}),
      inLanguage: 'en',
      creator: { '@type': 'Organization', name: 'As Amended', url: baseUrl },
      ...(modified ? { dateModified: modified } : {}),
      distribution: [
        download('/downloads/as-amended.zip', 'application/zip'),
        download('/downloads/measures.csv', 'text/csv'),
        download('/downloads/measures.jsonl', 'application/jsonl'),
        download('/api/v1/measures', 'application/json'),
      ],
    },
  }
}
