// The sitemap (sitemaps.org, protocol 0.9): an index, a part for the site's own pages, and parts for the measures of each economy. It reads no data.
import { XMLBuilder } from 'fast-xml-parser'

/** The protocol's most addresses in one part. */
export const mostInPart = 50_000
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' })
const declaration = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' } }

export type Address = { path: string; lastModified?: string }

const escaped = ({ path, lastModified }: Address, baseUrl: string) => ({
  loc: baseUrl + path,
  ...(lastModified ? { lastmod: lastModified } : {}),
})

export const sitemapIndex = (parts: readonly Address[], baseUrl: string): string =>
  builder.build({ ...declaration, sitemapindex: { '@xmlns': namespace, sitemap: parts.map((part) => escaped(part, baseUrl)) } }) as string

export const sitemapPart = (addresses: readonly Address[], baseUrl: string): string =>
  builder.build({ ...declaration, urlset: { '@xmlns': namespace, url: addresses.map((address) => escaped(address, baseUrl)) } }) as string

/** The paths of the parts: `/sitemaps/site.xml`, `/sitemaps/acts.xml`, and for each economy with measures `/sitemaps/KZ-1.xml` and as many more as it needs. */
export const partsOf = (economies: readonly { code: string; measures: number }[]): Address[] => [
  { path: '/sitemaps/site.xml' },
  { path: '/sitemaps/acts.xml' },
  ...economies.flatMap(({ code, measures }) =>
    Array.from({ length: Math.ceil(measures / mostInPart) }, (_, index) => ({ path: `/sitemaps/${code}-${index + 1}.xml` })),
  ),
]
