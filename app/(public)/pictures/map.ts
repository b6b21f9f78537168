// The map as a file, of the same question as the page; and what both of them read.

import { dayOf, mapAsked, mapOf, mapPath, type WorldMap } from '#lib/pictures/map.ts'
import { mapAsFile } from '#lib/pictures/map-drawing.ts'
import { mapCsv } from '#lib/pictures/picture-csv.ts'
import { countsAsOf, countsInForce, firstPublicationYear } from '#lib/published/map-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import type { Picture } from './answer.ts'

/** The map that an address asks for, on which day it is asked, and the year of the first publication. */
export async function readMap(
  params: URLSearchParams | Record<string, string | string[] | undefined>,
): Promise<{ map: WorldMap; today: string; first: number }> {
  const today = systemClock().toISOString().slice(0, 10)
  const first = (await firstPublicationYear()) ?? Number(today.slice(0, 4))
  const asked = mapAsked(params, today, first)
  const day = dayOf(asked, today)
  const [counts, names] = await Promise.all([asked.clock === 'law' ? countsInForce(day) : countsAsOf(day), publishedNames()])
  return { map: mapOf(counts, names, asked, today), today, first }
}

export async function mapPicture(params: URLSearchParams): Promise<Picture> {
  const { map, today } = await readMap(params)
  const source = `As Amended, ${env.baseUrl}${mapPath(map.asked, today)}, ${today}`
  return { name: `map-${map.asked.year}`, drawing: () => mapAsFile(map, source), csv: () => mapCsv(map) }
}
