// Answers with a feed of everything, or of one economy, pillar, act or measure, in the format of its address; validated by ETag.
import { atom, entriesOfChanges, type FeedPage, jsonFeed } from '#lib/exports/feed.ts'
import { etagOf, isUnchanged } from '#lib/exports/representation.ts'
import { getAct } from '#lib/published/act-queries.ts'
import type { ChangeFilter } from '#lib/published/change-filter.ts'
import { listChanges } from '#lib/published/change-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { getMeasure } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

const formats = {
  'atom.xml': { mediaType: 'application/atom+xml; charset=utf-8', write: atom },
  'feed.json': { mediaType: 'application/feed+json; charset=utf-8', write: jsonFeed },
}
export type FeedFormat = keyof typeof formats

/** What a feed is about: the page that shows the same, and the folder of the feed. */
type Subject = { name: string; html: string; folder: string; filter: Partial<ChangeFilter> }

async function answer(request: Request, format: FeedFormat, subject: Subject): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('page') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(asked)) return notFound('No such page of this feed.')
  const page = Number(asked)
  const { items, more } = await listChanges({ ...subject.filter, page })
  if (items.length === 0 && page > 1) return notFound('No such page of this feed.')
  const first = `${subject.folder}/${format}`
  const at = (number: number) => (number === 1 ? first : `${first}?page=${number}`)
  const feed: FeedPage = {
    title: `As Amended: ${subject.name}`,
    baseUrl: env.baseUrl,
    html: subject.html,
    self: at(page),
    first,
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(more ? { next: at(page + 1) } : {}),
  }
  const { mediaType, write } = formats[format]
  const body = write(feed, entriesOfChanges(items))
  const etag = etagOf(body)
  const headers = { 'cache-control': 'no-cache', 'access-control-allow-origin': '*', etag }
  if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': mediaType } })
}

type Of<P extends string> = { params: Promise<Record<P, string>> }

/** All changes, 25 to a page. */
export const feedOfEverything = (format: FeedFormat) => (request: Request) =>
  respond(() => answer(request, format, { name: 'changes', html: '/changes', folder: '/feeds', filter: {} }))

export const feedOfEconomy =
  (format: FeedFormat) =>
  (request: Request, { params }: Of<'code'>) =>
    respond(async () => {
      const code = (await params).code.toUpperCase()
      const economy = (await publishedNames()).economies.find((one) => one.code === code)
      if (!economy) return notFound('There is no such economy.')
      const filter = { economy: code }
      return answer(request, format, { name: economy.name, html: `/economies/${code}`, folder: `/feeds/economies/${code}`, filter })
    })

export const feedOfPillar =
  (format: FeedFormat) =>
  (request: Request, { params }: Of<'number'>) =>
    respond(async () => {
      const { number } = await params
      const pillar = (await publishedNames()).pillars.find((one) => String(one.number) === number)
      if (!pillar) return notFound('There is no such pillar.')
      const name = `${number}. ${pillar.name}`
      const filter = { pillar: pillar.number }
      return answer(request, format, { name, html: `/pillars/${number}`, folder: `/feeds/pillars/${number}`, filter })
    })

/** The changes of versions that cite an act; the feed of one that was merged leads on. */
export const feedOfAct =
  (format: FeedFormat) =>
  (request: Request, { params }: Of<'ref'>) =>
    respond(async () => {
      const act = await getAct((await params).ref.toUpperCase())
      if (!act) return notFound('No such act is published.')
      if (act.mergedInto)
        return new Response(null, { status: 308, headers: { location: `${env.baseUrl}/feeds/acts/${act.mergedInto}/${format}` } })
      const filter = { act: act.ref }
      return answer(request, format, { name: act.title, html: `/acts/${act.ref}`, folder: `/feeds/acts/${act.ref}`, filter })
    })

export const feedOfMeasure =
  (format: FeedFormat) =>
  (request: Request, { params }: Of<'ref'>) =>
    respond(async () => {
      const ref = (await params).ref.toUpperCase()
      const measure = await getMeasure(ref)
      if (!measure) return notFound('No such measure is published.')
      const name = `${ref}, ${measure.economy.name}`
      return answer(request, format, { name, html: `/measures/${ref}`, folder: `/feeds/measures/${ref}`, filter: { measure: ref } })
    })
