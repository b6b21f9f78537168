// The lines of a page by what each could be, told from the line alone. No line is left out here, and none is understood in its context.

import { resolveEconomy } from '#lib/taxonomy/economy.ts'
import { foldName } from '#lib/taxonomy/name.ts'
import type { TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { readPillarLine } from './pillar-line.ts'

/** As many measures as a file may have take two thirds of these. Beyond them nothing is read. */
export const mostLines = 500_000

export type LineKind = 'blank' | 'text' | 'economy' | 'pillar' | 'coverage' | 'frame'

/**
 * `raw` is the line as given, `text` the line without blanks at its ends. Index 0 is line 1. A control character or a half of a surrogate
 * pair, which neither PostgreSQL nor XML can hold, is U+FFFD in both, and `noText` says which it was (`U+0000`).
 */
export type Line = { raw: string; text: string; kind: LineKind; noText: string | null }

/** What the site prints around its measures and not about them. Anything else outside a measure is reported. */
const frameLines = new Set(['database', 'browse database'])

const longestEconomyName = 100

/** Splits at Unix, Windows and old Macintosh line ends. A form feed or vertical tab is layout: a blank. Stops after `mostLines`. */
export function linesOf(text: string, names: TaxonomyNames): { lines: Line[]; complete: boolean } {
  const lines: Line[] = []
  for (const found of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/gu)) {
    if (found[0] === '') break
    if (lines.length === mostLines) return { lines, complete: false }
    const given = withoutLineEnd(found[0]).replace(/[\f\v]/gu, ' ')
    const control = noText.exec(given)?.[0].codePointAt(0)
    const raw = control === undefined ? given : given.replace(noTextAnywhere, '\ufffd')
    const line = trimmed(raw)
    lines.push({ raw, text: line, kind: kindOf(line, names), noText: control === undefined ? null : codePoint(control) })
  }
  return { lines, complete: true }
}

const noText = /[^\P{Cc}\t]|\p{Cs}/u
const noTextAnywhere = new RegExp(noText, 'gu')
const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

function withoutLineEnd(line: string): string {
  const end = line.endsWith('\r\n') ? 2 : line.endsWith('\n') || line.endsWith('\r') ? 1 : 0
  return line.slice(0, line.length - end)
}

function kindOf(text: string, names: TaxonomyNames): LineKind {
  if (text === '') return 'blank'
  if (isCoverage(text)) return 'coverage'
  if (readPillarLine(text)?.complete) return 'pillar'
  if (text.length > longestEconomyName) return 'text'
  if (text.length < 20 && frameLines.has(foldName(text))) return 'frame'
  return resolveEconomy(names.economies, text) ? 'economy' : 'text'
}

/** “Coverage rate of zero-tariffs …” is the name of a sub-pillar, which titles begin with. */
const coverageLabel = /^coverage(?=$|[\s:])(?!\srate\sof\s)[\s:]*/iu

const isCoverage = (text: string): boolean => coverageLabel.test(text)

/** What a coverage line says after its label. */
export const coverageOf = (text: string): string => text.replace(coverageLabel, '')

const blank = /[\s\u00ad\u200b-\u200d\u2060]/u
const isBlankAt = (text: string, at: number): boolean => text.charCodeAt(at) === 32 || blank.test(text.charAt(at))

/** The text without blanks and invisible characters at its ends; by hand, because a regular expression would take quadratic time. */
export function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlankAt(text, start)) start++
  while (end > start && isBlankAt(text, end - 1)) end--
  return text.slice(start, end)
}

/** The text of a line for a message. */
export const quoted = (text: string): string => `“${text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text}”`
