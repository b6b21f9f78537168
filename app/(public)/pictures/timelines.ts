// The timelines of a measure or of an act as files. A withdrawn measure has none: its text is gone.
import { timelineCsv } from '#lib/pictures/picture-csv.ts'
import { stripsAsFile, type Told } from '#lib/pictures/strips-file.ts'
import { getAct } from '#lib/published/act-queries.ts'
import { getMeasure } from '#lib/published/queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { Picture } from './answer.ts'

function timelines(name: string, title: string, subtitle: string, path: string, all: readonly Told[]): Picture | null {
  const told = all.filter(({ events }) => events.length > 0)
  if (told.length === 0) return null
  const today = systemClock().toISOString().slice(0, 10)
  const source = `${env.baseUrl}${path}, ${today}`
  return { name: `${name}-timeline`, drawing: () => stripsAsFile(told, today, { title, subtitle, source }), csv: () => timelineCsv(told) }
}

export async function measureTimelines(ref: string): Promise<Picture | null> {
  const measure = await getMeasure(ref)
  if (!measure || measure.withdrawn) return null
  const { economy, subPillar, bases, links } = measure
  return timelines(
    ref,
    `${ref}: ${subPillar.name}`,
    `${economy.name}, ${subPillar.code}. Version ${measure.version.number}.`,
    links.version,
    bases,
  )
}

export async function actTimeline(ref: string): Promise<Picture | null> {
  const act = await getAct(ref)
  if (!act || act.mergedInto) return null
  const { title, events, belongsTo } = act
  return timelines(ref, ref, belongsTo, `/acts/${ref}`, [{ title, events, statement: renderStatement(events) }])
}
