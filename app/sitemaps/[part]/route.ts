// GET /sitemaps/site.xml, /sitemaps/acts.xml and /sitemaps/KZ-1.xml: the site's own pages, the acts, and the current measures of an economy with the day they last changed.
import { batch } from '#lib/exports/every-measure.ts'
import { type Address, mostInPart, sitemapPart } from '#lib/exports/sitemap.ts'
import { measureFilter } from '#lib/published/filters.ts'
import { findMeasures, listEconomies, listPillars } from '#lib/published/queries.ts'
import { latestByEconomy, refsOfActs } from '#lib/published/sitemap-queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

export const GET = (_request: Request, { params }: { params: Promise<{ part: string }> }) =>
  respond(async () => {
    const { part } = await params
    const [, code = '', number = ''] = part.match(/^([A-Z]{2})-([1-9]\d{0,3})\.xml$/) ?? []
    const addresses =
      part === 'site.xml' ? await pages() : part === 'acts.xml' ? await acts() : code ? await measures(code, Number(number)) : []
    if (addresses.length === 0 && part !== 'acts.xml') return notFound('The sitemap has no such part.')
    const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
    return new Response(sitemapPart(addresses, env.baseUrl), { headers })
  })

async function pages(): Promise<Address[]> {
  const [economies, pillars, latest] = await Promise.all([listEconomies(), listPillars(), latestByEconomy()])
  const newest = [...latest.values()].toSorted().at(-1)
  const dated = (path: string, at: string | undefined): Address => ({ path, ...(at ? { lastModified: at } : {}) })
  return [
    ...['/', '/measures', '/changes'].map((path) => dated(path, newest)),
    ...['/economies', '/pillars', '/acts', '/matrix', '/map', '/compare', '/developers'].map((path) => ({ path })),
    ...economies.items.filter(({ measures }) => measures > 0).map(({ code }) => dated(`/economies/${code}`, latest.get(code))),
    ...pillars.items.map(({ number }) => ({ path: `/pillars/${number}` })),
  ]
}

const acts = async (): Promise<Address[]> => (await refsOfActs(mostInPart)).map((ref) => ({ path: `/acts/${ref}` }))

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
