// Answers with a feed of everything or of one measure, in the format of its address; validated by ETag.
import { atom, entriesOfChanges, entriesOfMeasure, type FeedEntry, type FeedPage, jsonFeed } from '#lib/exports/feed.ts'
import { etagOf, isUnchanged } from '#lib/exports/representation.ts'
import { listChanges } from '#lib/published/change-queries.ts'
import { getVersion, listVersions } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

const formats = {
  'atom.xml': { mediaType: 'application/atom+xml; charset=utf-8', write: atom },
  'feed.json': { mediaType: 'application/feed+json; charset=utf-8', write: jsonFeed },
}
export type FeedFormat = keyof typeof formats

function answer(request: Request, format: FeedFormat, page: Omit<FeedPage, 'baseUrl'>, entries: readonly FeedEntry[]): Response {
  const { mediaType, write } = formats[format]
  const body = write({ ...page, baseUrl: env.baseUrl }, entries)
  const etag = etagOf(body)
  const headers = { 'cache-control': 'no-cache', 'access-control-allow-origin': '*', etag }
  if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': mediaType } })
}

/** All changes, 25 to a page. */
export const feedOfEverything = (format: FeedFormat) => (request: Request) =>
  respond(async () => {
    const asked = new URL(request.url).searchParams.get('page') ?? '1'
    if (!/^[1-9]\d{0,4}$/.test(asked)) return notFound('No such page of this feed.')
    const page = Number(asked)
    const { items, total, perPage } = await listChanges({ page })
    if (items.length === 0 && page > 1) return notFound('No such page of this feed.')
    const first = `/feeds/${format}`
    const at = (number: number) => (number === 1 ? first : `${first}?page=${number}`)
    return answer(
      request,
      format,
      {
        title: 'As Amended: changes',
        html: '/changes',
        self: at(page),
        first,
        ...(page > 1 ? { previous: at(page - 1) } : {}),
        ...(page * perPage < total ? { next: at(page + 1) } : {}),
      },
      entriesOfChanges(items),
    )
  })

/** The changes of one measure, at most its newest 500 versions. */
export const feedOfMeasure =
  (format: FeedFormat) =>
  (request: Request, { params }: { params: Promise<{ ref: string }> }) =>
    respond(async () => {
      const ref = (await params).ref.toUpperCase()
      const versions = await listVersions(ref)
      const newest = versions?.items[0]
      if (!versions || !newest) return notFound('No such measure is published.')
      const told = versions.items.filter(({ state, number }) => state === 'withdrawn' || number === newest.number)
      const read = (await Promise.all(told.map(({ number }) => getVersion(ref, number)))).filter((one) => one !== null)
      const economy = read[0]?.economy.name ?? ''
      const page = { title: `As Amended: ${ref}, ${economy}`, html: `/measures/${ref}`, self: `/feeds/measures/${ref}/${format}` }
      return answer(request, format, page, entriesOfMeasure(economy, versions, read))
    })
