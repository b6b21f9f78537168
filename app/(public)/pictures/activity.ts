// The activity month by month, as /changes shows it and as files; narrowed to an economy or a pillar as the page is.
import { activityBars, activitySince } from '#lib/pictures/activity.ts'
import { barsOf } from '#lib/pictures/bars.ts'
import { barsAsFile } from '#lib/pictures/bars-drawing.ts'
import { barsCsv } from '#lib/pictures/picture-csv.ts'
import { activityByMonth } from '#lib/published/activity-queries.ts'
import { filterOf } from '#lib/published/filters.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import type { Picture } from './answer.ts'

/** The bars of an economy or pillar, or of everything; null when nothing happened in the months that are told. */
export async function readActivity(of: { economy?: string | undefined; pillar?: number | undefined }) {
  const today = systemClock().toISOString().slice(0, 10)
  return { today, bars: activityBars(await activityByMonth(activitySince(today), of), today) }
}

export async function activityPicture(params: URLSearchParams): Promise<Picture> {
  const { filter } = filterOf({ economy: params.get('economy') ?? '', pillar: params.get('pillar') ?? '' })
  const [economy, pillar] = [filter.economy?.[0], filter.pillar?.[0]]
  const { today, bars } = await readActivity({ economy, pillar })
  const drawn = bars ?? barsOf([], [], today.slice(0, 7))
  const of = [economy, pillar && `pillar ${pillar}`].filter(Boolean).join(', ')
  const told = {
    title: `Publications and withdrawals by month${of ? `: ${of}` : ''}`,
    subtitle: 'Versions published and measures withdrawn in the last three years.',
    source: `As Amended, ${env.baseUrl}/changes, ${today}`,
  }
  return { name: 'activity', drawing: () => barsAsFile(drawn, told), csv: () => barsCsv(drawn, 'month') }
}
