// GET /catalog.jsonld: the record as a DCAT catalogue, for the portals that collect data sets.
import { catalog } from '#lib/exports/catalog.ts'
import { etagOf, isUnchanged } from '#lib/exports/representation.ts'
import { listChanges } from '#lib/published/change-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { env } from '#lib/system/env.ts'
import { respond } from '#lib/system/http.ts'

export const GET = (request: Request) =>
  respond(async () => {
    const [{ items }, { pillars }] = await Promise.all([listChanges({ perPage: 1 }), publishedNames()])
    const about = { modified: items[0]?.at, themes: pillars.map(({ name }) => name), licence: env.dataLicence }
    const body = JSON.stringify(catalog(env.baseUrl, about))
    const etag = etagOf(body)
    const headers = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
    if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(body, { headers: { ...headers, 'content-type': 'application/ld+json' } })
  })
