// One statement line of a page as the beginning of a basis: an act, a practice, an absence or a figure. What it does not say is left open.
import type { Basis } from '#lib/measures/content.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'

const longest = 1000

/** Pillar 1 has two sub-pillars whose statement may be a bare figure: the effective tariff rate and the coverage rate of zero tariffs. */
const figureSubPillars = ['1.1', '1.2']

const figure = /^(-?\d{1,12})(?:[.,](\d{1,12}))? ?(?:%|per ?cent)(?: ?\(?(?:in )?(\d{4})\)?)?$/iu

const oneSpaced = (text: string): string => text.replace(/\s+/gu, ' ')

/** Whether a line can be a statement, and nothing in it is not understood. */
export function looksLikeStatement(text: string): boolean {
  if (text.length > 300) return false
  if (figure.test(oneSpaced(text))) return true
  const { timeline, absence, problems } = parseStatement(text)
  return problems.length === 0 && (absence || timeline.length > 0)
}

/**
 * The basis that a statement and its title make. `N/A` is an absence whose type an editor chooses; only reported or occurred events are a
 * practice; a percentage such as `3.45 % (2021)` is a figure in the sub-pillars 1.1 and 1.2; everything else is an act. The problems are
 * sentences; with them the basis holds what was understood.
 */
export function readBasis(id: string, statement: string, title: string, subPillar: string): { basis: Basis; problems: string[] } {
  if (statement.length > longest)
    return { basis: { id, kind: 'act', title, url: '', events: [] }, problems: ['This line is too long for a statement.'] }
  const found = figureSubPillars.includes(subPillar) ? figure.exec(oneSpaced(statement)) : null
  if (found) {
    const [, whole = '', fraction, year = ''] = found
    return { basis: { id, kind: 'figure', title, value: fraction ? `${whole}.${fraction}` : whole, unit: '%', year }, problems: [] }
  }
  const { timeline: events, absence, problems } = parseStatement(statement)
  const messages = problems.map(({ message }) => `The statement is not understood in full. ${message}.`)
  if (absence) return { basis: { id, kind: 'absence', title, absence: null }, problems: messages }
  if (events.length === 0 && messages.length === 0) messages.push('This line says nothing that a statement says.')
  const practice = events.length > 0 && events.every(({ kind }) => kind === 'reported' || kind === 'occurred')
  return { basis: practice ? { id, kind: 'practice', title, events } : { id, kind: 'act', title, url: '', events }, problems: messages }
}
