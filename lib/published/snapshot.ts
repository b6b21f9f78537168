// What a snapshot keeps beside the content so that SQL can filter: the days in force. It reads no data and no clock.
import type { Content } from '#lib/measures/content.ts'
import { forcePeriods } from '#lib/timeline/state.ts'

type Period = { from: string | null; to: string | null }

/**
 * The days on which what the measure rests on was in force, as PostgreSQL datemultirange literals: `certain` is where the dates are
 * fine enough to be sure, `possible` where they may have been. An absence has no dates: possible on every day, certain on none. A figure is
 * certain in the year that it is for. What it measures did not end with that year, and no law beside it says more: alone it is possible
 * from then on; beside an act or a practice those say how it goes on.
 */
export function forceOf(content: Content): { certain: string; possible: string } {
  const certain: string[] = []
  const possible: string[] = []
  const dated = content.bases.some(({ kind }) => kind === 'act' || kind === 'practice')
  for (const basis of content.bases) {
    if (basis.kind === 'absence') possible.push('(,)')
    else if (basis.kind === 'figure') {
      const year = basis.year === '' ? null : { from: `${basis.year}-01-01`, to: nextYear(basis.year) }
      if (year) certain.push(literal(year))
      if (!dated) possible.push(literal({ from: year?.from ?? null, to: null }))
      else if (year) possible.push(literal(year))
    } else {
      const periods = forcePeriods(basis.events)
      certain.push(...periods.certain.map(literal))
      possible.push(...periods.possible.map(literal))
    }
  }
  return { certain: `{${certain.join(',')}}`, possible: `{${possible.join(',')}}` }
}

const literal = ({ from, to }: Period): string => `[${from ?? ''},${to ?? ''})`
const nextYear = (year: string): string => `${String(Number(year) + 1).padStart(4, '0')}-01-01`
