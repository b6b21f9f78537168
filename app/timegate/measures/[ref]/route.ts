// GET /timegate/measures/KZ-0007 with Accept-Datetime: leads to the version that stood then (RFC 7089, section 4.1.1); without it to the newest.
import { linksOfMemento, mementoAt, momentOf } from '#lib/exports/memento.ts'
import { momentsOf } from '#lib/published/memento-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import { notFound, problem, respond } from '#lib/system/http.ts'

export const GET = (request: Request, { params }: RouteContext<'/timegate/measures/[ref]'>) =>
  respond(async () => {
    const ref = (await params).ref.toUpperCase()
    const asked = request.headers.get('accept-datetime')
    const at = asked === null ? systemClock() : momentOf(asked)
    if (!at)
      return problem(
        400,
        'Accept-Datetime is no date',
        'Write it as in Thu, 31 May 2007 20:35:00 GMT, which is the form that HTTP has for dates.',
      )
    const moments = await momentsOf(ref)
    const memento = mementoAt(moments, at)
    if (!memento) return notFound('No such measure is published.')
    return new Response(null, {
      status: 302,
      headers: {
        location: `${env.baseUrl}/measures/${ref}/versions/${memento.number}`,
        vary: 'accept-datetime',
        link: linksOfMemento(ref, memento.number, moments, env.baseUrl),
        'cache-control': 'no-cache',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Link, Location',
      },
    })
  })
