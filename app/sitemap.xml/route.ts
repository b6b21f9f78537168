// GET /sitemap.xml: the index of the sitemap's parts.
import { connection } from 'next/server'
import { partsOf, sitemapIndex } from '#lib/exports/sitemap.ts'
import { listEconomies } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { respond } from '#lib/system/http.ts'

export async function GET() {
  await connection()
  return respond(async () => {
    const xml = sitemapIndex(partsOf((await listEconomies()).items), env.baseUrl)
    return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' } })
  })
}
