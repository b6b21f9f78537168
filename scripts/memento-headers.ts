// Says on the pages of a measure and of its versions, in their headers, what they are to each other in time (RFC 7089). It answers nothing itself.
import type { ServerResponse } from 'node:http'
import { httpDate, linksOfMemento, linksOfOriginal } from '#lib/exports/memento.ts'
import { momentsOf } from '#lib/published/memento-queries.ts'
import { env } from '#lib/system/env.ts'
import { log } from '#lib/system/log.ts'

const page = /^\/measures\/([A-Z]{2}-\d{4,9})(?:\/versions\/([1-9]\d{0,6}))?(?:\?|$)/

/** Adds Link, and Memento-Datetime to a version that is published; any other address is left alone. Next.js gives pages no way to do it. */
export async function sayWhen(url: string, response: ServerResponse): Promise<void> {
  const [, ref, number] = page.exec(url) ?? []
  if (ref === undefined) return
  if (number === undefined) {
    response.setHeader('link', linksOfOriginal(ref, env.baseUrl))
    return
  }
  try {
    const moments = await momentsOf(ref)
    const moment = moments.find((one) => one.number === Number(number))
    if (!moment) return
    response.setHeader('memento-datetime', httpDate(moment.publishedAt))
    response.setHeader('link', linksOfMemento(ref, moment.number, moments, env.baseUrl))
  } catch (error) {
    // The page asks the same database and says what is wrong.
    log.warn({ error: String(error) }, 'a version was served without its place in time')
  }
}
