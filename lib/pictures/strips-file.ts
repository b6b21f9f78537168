// The timelines of a measure or an act as a file: one strip under the other on one scale, each with its title and its statement.
import { type LegalEvent, labelOf } from '#lib/timeline/legal-event.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'
import { linesOf } from './line-breaks.ts'
import { element, type Markup, together } from './markup.ts'
import { inFiles } from './shades.ts'
import { drawStrip } from './strip.ts'
import { fileOf, serif } from './svg.ts'
import { scaleOf } from './timeline-scale.ts'

export type Told = { title: string; statement: string; events: readonly LegalEvent[] }

const width = 1000
const step = 172

export function stripsAsFile(timelines: readonly Told[], today: string, told: { title: string; subtitle: string; source: string }): Markup {
  const scale = scaleOf(
    timelines.flatMap(({ events }) => events),
    today,
  )
  const [short = ''] = linesOf(told.title, { width: width - 60, size: 24, most: 1 })
  return fileOf({
    ...told,
    title: short,
    width,
    height: 150 + timelines.length * step,
    source: `${told.source}. A date known only as a year is as wide as that year; hatched: possibly in force; dashed: still ahead; dot: the last one known.`,
    body: together(
      timelines.map(({ title, statement, events }, index) => {
        const y = 96 + index * step
        const [line = ''] = linesOf(title, { width: width - 60, size: 14, most: 1 })
        const [sentence = ''] = linesOf(statement, { width: width - 60, size: 18, most: 1 })
        return together(
          element('text', { x: 20, y: y + 8, 'font-size': 14, fill: inFiles.muted }, line),
          element('text', { x: 20, y: y + 34, 'font-family': serif, 'font-size': 18, 'font-weight': 600, fill: inFiles.ink }, sentence),
          element(
            'svg',
            { x: 30, y: y + 48, width: width - 60, height: 90 },
            drawStrip({ events: [...events], scale, today, name: statement, id: `timeline-${index}` }, inFiles),
          ),
        )
      }),
    ),
  })
}

/** One row an event, with the days that its date may mean. */
export const stripRows = (timelines: readonly Told[]): string[][] =>
  timelines.flatMap(({ title, events }) =>
    events.map(({ kind, date, latest }) => {
      const { first, last } = boundsOf(date)
      return [title.replace(/\s*\n\s*/g, ' '), labelOf(kind), date, renderDate(date), first, last, latest ? 'yes' : '']
    }),
  )
export const stripColumns = ['basis', 'event', 'date', 'date_in_words', 'first_day', 'last_day', 'last_known']
