// GET /sitemaps/site.xml and /sitemaps/KZ-1.xml: the site's own pages, and the current measures of an economy with the day they last changed.
import { batch } from '#lib/exports/every-measure.ts'
import { type Address, mostInPart, sitemapPart } from '#lib/exports/sitemap.ts'
import { measureFilter } from '#lib/published/filters.ts'
import { findMeasures, listEconomies, listPillars } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

export const GET = (_request: Request, { params }: { params: Promise<{ part: string }> }) =>
  respond(async () => {
    const { part } = await params
    const [, code = '', number = ''] = part.match(/^([A-Z]{2})-([1-9]\d{0,3})\.xml$/) ?? []
    const addresses = part === 'site.xml' ? await pages() : code ? await measures(code, Number(number)) : []
    if (addresses.length === 0) return notFound('The sitemap has no such part.')
    const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
    return new Response(sitemapPart(addresses, env.baseUrl), { headers })
  })

async function pages(): Promise<Address[]> {
  const [economies, pillars] = await Promise.all([listEconomies(), listPillars()])
  const covered = economies.items.filter(({ measures }) => measures > 0)
  const lists = ['/', '/measures', '/economies', '/pillars', '/changes', '/acts', '/compare', '/developers']
  return [...lists, ...covered.map(({ code }) => `/economies/${code}`), ...pillars.items.map((pillar) => `/pillars/${pillar.number}`)].map(
    (path) => ({ path }),
  )
}

/** Keeps addresses and days only, so that a full part is a few megabytes. */
async function measures(economy: string, part: number): Promise<Address[]> {
  const pagesInPart = mostInPart / batch
  const found: Address[] = []
  for (let page = (part - 1) * pagesInPart + 1; page <= part * pagesInPart; page++) {
    const { items } = await findMeasures({ ...measureFilter.parse({ economy }), page, perPage: batch })
    found.push(...items.map(({ links, version }) => ({ path: links.html, lastModified: version.publishedAt })))
    if (items.length < batch) break
  }
  return found
}
