// The profile of an economy, as its page shows it and as files of its events.
import { barsAsFile } from '#lib/pictures/bars-drawing.ts'
import { eventBars } from '#lib/pictures/law-events.ts'
import { barsCsv } from '#lib/pictures/picture-csv.ts'
import { profileOf } from '#lib/pictures/profile.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { checksOf, countsByPillar, eventsByYear, latestChanges, latestEvents } from '#lib/published/profile-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import type { Picture } from './answer.ts'

const dayOfToday = () => systemClock().toISOString().slice(0, 10)

/** All that the profile of an economy shows. */
export async function readProfile(economy: { code: string; name: string }) {
  const today = dayOfToday()
  const [names, counts, years, events, changes, checks] = await Promise.all([
    publishedNames(),
    countsByPillar(),
    eventsByYear(economy.code),
    latestEvents(economy.code),
    latestChanges(economy.code),
    checksOf(economy.code),
  ])
  return { economy, today, events, changes, checks, bars: eventBars(years, today), profile: profileOf(counts, names.pillars, economy.code) }
}

/** The events of an economy by year as a file; null when the world knows no such economy. */
export async function economyPicture(code: string): Promise<Picture | null> {
  const economy = (await publishedNames()).economies.find((one) => one.code === code)
  if (!economy) return null
  const today = dayOfToday()
  const bars = eventBars(await eventsByYear(code), today)
  const told = {
    title: `Legal events of ${economy.name} by year`,
    subtitle: 'Events of the acts and practices on which its published measures rest, each once.',
    source: `As Amended, ${env.baseUrl}/economies/${code}, ${today}`,
  }
  return { name: `events-${code}`, drawing: () => barsAsFile(bars, told), csv: () => barsCsv(bars, 'year') }
}
