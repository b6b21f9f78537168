// What search engines read: sitemap and structured data.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { legislationData, recordData } from './linked-data.ts'
import { partsOf, sitemapIndex, sitemapPart } from './sitemap.ts'
import { scriptJson, structuredData } from './structured-data.ts'

const base = 'https://measures.example.org'

test('an economy has as many parts as it needs of 50,000', () => {
  const parts = partsOf([
    { code: 'KZ', measures: 50_001 },
    { code: 'DE', measures: 50_000 },
    { code: 'FR', measures: 0 },
  ])
  expect(parts.map(({ path }) => path)).toEqual([
    '/sitemaps/site.xml',
    '/sitemaps/acts.xml',
    '/sitemaps/KZ-1.xml',
    '/sitemaps/KZ-2.xml',
    '/sitemaps/DE-1.xml',
  ])
  const xml = sitemapIndex(parts, base)
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(new XMLParser().parse(xml).sitemapindex.sitemap[2].loc).toBe(`${base}/sitemaps/KZ-1.xml`)
})

test('a part has absolute addresses and when they were last modified', () => {
  const xml = sitemapPart([{ path: '/measures/KZ-0001', lastModified: '2024-01-01T00:00:00.000Z' }, { path: '/measures?a=1&b=2' }], base)
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(new XMLParser().parse(xml).urlset.url).toEqual([
    { loc: `${base}/measures/KZ-0001`, lastmod: '2024-01-01T00:00:00.000Z' },
    { loc: `${base}/measures?a=1&b=2` },
  ])
})

const measure = (state: string) =>
  ({
    ref: 'KZ-0001',
    economy: { code: 'KZ', name: 'Kazakhstan' },
    pillar: { number: 8, name: 'P' },
    subPillar: { code: '8.4', name: 'S' },
    bases: [
      {
        kind: 'act',
        title: 'Law </script><script>alert(1)</script> <!--',
        url: 'https://example.org',
        events: [],
        statement: 'Since 2004',
      },
    ],
    description: 'Text.',
    version: { number: 1, publishedAt: '2024-01-01T00:00:00.000Z', state },
    withdrawn: null,
    links: { version: '/measures/KZ-0001/versions/1' },
  }) as never

test('structured data cannot leave its element, and says the same', () => {
  const data = structuredData(measure('published'), base)
  const json = scriptJson(data)
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toEqual(data)
  expect(data).toMatchObject({ '@type': 'Dataset', isBasedOn: [{ '@type': 'Legislation', legislationJurisdiction: 'Kazakhstan' }] })
})

test('of a withdrawn version no text is repeated', () => {
  const json = scriptJson(structuredData(measure('withdrawn'), base))
  expect(json).not.toMatch(/Text\.|Law |Since/)
})

const act = {
  ref: 'ACT-0007',
  owner: 'KZ',
  belongsTo: 'Kazakhstan',
  title: 'Law on Post',
  originalTitle: 'Закон о почте',
  originalLanguage: 'ru',
  number: '386',
  kind: 'law',
  issuer: '',
  url: 'https://example.org/386',
  eli: '',
  mergedInto: null,
  events: [
    { kind: 'adopted' as const, date: '2016-04' },
    { kind: 'entry into force' as const, date: '2016-05-01' },
    { kind: 'amended' as const, date: '2020' },
  ],
}

test('an act is Legislation, dated no finer than it is known', () => {
  expect(legislationData(act, base)).toMatchObject({
    '@type': 'Legislation',
    legislationDate: '2016-04',
    temporalCoverage: '2016-05-01/..',
    legislationIdentifier: '386',
    sameAs: ['https://example.org/386'],
  })
  expect(JSON.stringify(legislationData({ ...act, events: [] }, base))).not.toMatch(/undefined|legislationDate|temporal|PassedBy/)
})

test('the record is a catalogue with one data set, which search engines can describe', () => {
  const { dataset } = recordData(base, { modified: undefined, economies: 9 }) as {
    dataset: { description: string; distribution: unknown[] }
  }
  expect(dataset.description.length).toBeGreaterThan(50)
  expect(dataset.distribution).toContainEqual({
    '@type': 'DataDownload',
    contentUrl: `${base}/downloads/as-amended.zip`,
    encodingFormat: 'application/zip',
  })
  expect(dataset).not.toHaveProperty('dateModified')
})
