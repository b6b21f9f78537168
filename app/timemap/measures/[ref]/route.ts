// GET /timemap/measures/KZ-0007: every version of a measure with its moment, as application/link-format (RFC 7089, section 5).
import { timeMap } from '#lib/exports/memento.ts'
import { etagOf, isUnchanged } from '#lib/exports/representation.ts'
import { momentsOf } from '#lib/published/memento-queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

export const GET = (request: Request, { params }: RouteContext<'/timemap/measures/[ref]'>) =>
  respond(async () => {
    const ref = (await params).ref.toUpperCase()
    const moments = await momentsOf(ref)
    if (moments.length === 0) return notFound('No such measure is published.')
    const body = timeMap(ref, moments, env.baseUrl)
    const etag = etagOf(body)
    const headers = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
    if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(body, { headers: { ...headers, 'content-type': 'application/link-format' } })
  })
