// The record as a catalogue (W3C DCAT 3) in JSON-LD: one data set, and every form in which it can be had. It reads no data.
import type { Licence } from '#lib/system/env.ts'

/** What there is beside the pages, by the path of its address. */
const distributions = [
  { path: '/downloads/as-amended.zip', type: 'application/zip', title: 'All measures with all their versions (Frictionless data package)' },
  { path: '/downloads/measures.csv', type: 'text/csv', title: 'The measures as they stand now (CSV)' },
  {
    path: '/downloads/measures.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    title: 'The measures as they stand now (XLSX)',
  },
  { path: '/downloads/measures.jsonl', type: 'application/jsonl', title: 'The measures as they stand now (JSON Lines)' },
]
const mediaType = (type: string) => ({ '@id': `https://www.iana.org/assignments/media-types/${type}` })
const dateTime = (value: string) => ({ '@value': value, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' })

type About = { modified: string | undefined; themes: readonly string[]; licence?: Licence | undefined }

/** The catalogue; `modified` is the moment of the latest change, `themes` are the names of the pillars. */
export function catalog(baseUrl: string, { modified, themes, licence }: About): object {
  const dataset = `${baseUrl}/#dataset`
  const publisher = {
    '@id': `${baseUrl}/#publisher`,
    '@type': 'foaf:Organization',
    'foaf:name': 'As Amended',
    'foaf:homepage': { '@id': baseUrl },
  }
  const api = {
    '@id': `${baseUrl}/#api`,
    '@type': 'dcat:DataService',
    'dct:title': 'JSON API',
    'dcat:endpointURL': { '@id': `${baseUrl}/api/v1` },
    'dcat:endpointDescription': { '@id': `${baseUrl}/api/v1/openapi.json` },
    'dcat:landingPage': { '@id': `${baseUrl}/developers` },
    'dcat:servesDataset': { '@id': dataset },
  }
  return {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/' },
    '@id': `${baseUrl}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': 'As Amended', '@language': 'en' },
    'dct:description': {
      '@value': 'What the law of each economy says on each point of a taxonomy of digital trade, and how it was amended.',
      '@language': 'en',
    },
    'foaf:homepage': { '@id': baseUrl },
    'dct:publisher': publisher,
    'dct:language': { '@id': 'http://id.loc.gov/vocabulary/iso639-1/en' },
    'dcat:service': api,
    'dcat:dataset': {
      '@id': dataset,
      '@type': 'dcat:Dataset',
      'dct:title': { '@value': 'Measures of digital trade', '@language': 'en' },
      'dct:description': {
        '@value':
          'Measures by economy and sub-pillar: the acts that they rest on with their legal events, a description, coverage and sources, in every version that was ever published.',
        '@language': 'en',
      },
      'dcat:landingPage': { '@id': `${baseUrl}/measures` },
      'dcat:keyword': themes.map((name) => ({ '@value': name, '@language': 'en' })),
      'dct:publisher': { '@id': publisher['@id'] },
      ...(licence ? { 'dct:license': { '@id': licence.url } } : {}),
      'dct:accrualPeriodicity': { '@id': 'http://purl.org/cld/freq/continuous' },
      ...(modified ? { 'dct:modified': dateTime(modified) } : {}),
      'dcat:distribution': [
        ...distributions.map(({ path, type, title }) => ({
          '@id': baseUrl + path,
          '@type': 'dcat:Distribution',
          'dct:title': { '@value': title, '@language': 'en' },
          'dcat:accessURL': { '@id': `${baseUrl}/measures` },
          'dcat:downloadURL': { '@id': baseUrl + path },
          'dcat:mediaType': mediaType(type),
        })),
        {
          '@id': `${baseUrl}/api/v1/measures`,
          '@type': 'dcat:Distribution',
          'dct:title': { '@value': 'JSON API', '@language': 'en' },
          'dcat:accessURL': { '@id': `${baseUrl}/api/v1/measures` },
          'dcat:accessService': { '@id': api['@id'] },
          'dcat:mediaType': mediaType('application/json'),
        },
      ],
    },
  }
}
