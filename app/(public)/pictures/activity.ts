// The activity as /changes shows it and as files, month by month or, where the last three years tell nothing, year by year; narrowed to an economy or a pillar as the page is.
import { activityBars, activityByYear, activitySeries, activitySince } from '#lib/pictures/activity.ts'
import { barsOf } from '#lib/pictures/bars.ts'
import { barsAsFile } from '#lib/pictures/bars-drawing.ts'
import { barsCsv } from '#lib/pictures/picture-csv.ts'
import { activityByMonth } from '#lib/published/activity-queries.ts'
import { filterOf } from '#lib/published/filters.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import type { Picture } from './answer.ts'

const EVER = '0001-01-01'

/** The bars of an economy or pillar, or of everything: by year when nothing happened in the last three, null when nothing ever did. */
export async function readActivity(of: { economy?: string | undefined; pillar?: number | undefined }) {
  const today = systemClock().toISOString().slice(0, 10)
  const bars = activityBars(await activityByMonth(activitySince(today), of), today)
  if (bars) return { today, bars, unit: 'month' as const }
  return { today, bars: activityByYear(await activityByMonth(EVER, of), today), unit: 'year' as const }
}

export async function activityPicture(params: URLSearchParams): Promise<Picture> {
  const { filter } = filterOf({ economy: params.get('economy') ?? '', pillar: params.get('pillar') ?? '' })
  const [economy, pillar] = [filter.economy?.[0], filter.pillar?.[0]]
  const { today, bars, unit } = await readActivity({ economy, pillar })
  const drawn = bars ?? barsOf(activitySeries, [], today.slice(0, 4))
  const of = [economy, pillar && `pillar ${pillar}`].filter(Boolean).join(', ')
  const told = {
    title: `Publications and withdrawals by ${unit}${of ? `: ${of}` : ''}`,
    subtitle: `Versions published and measures withdrawn${unit === 'month' ? ' in the last three years' : ''}.`,
    source: `As Amended, ${env.baseUrl}/changes, ${today}`,
  }
  return { name: 'activity', drawing: () => barsAsFile(drawn, told), csv: () => barsCsv(drawn, unit) }
}
