// What a version changed, for lists and feeds: a sentence a change, such as "Entry into force added: May 2018". It reads no data and no clock.
import { nounOf } from '#lib/timeline/legal-event.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { type Change, compareStructure } from './compare.ts'
import type { Content } from './content.ts'

/** How many sentences tell one version; what is beyond is counted. */
export const mostSentences = 8
const mostOfText = 160

/** The changes from an older to a newer text of one measure, as sentences without a full stop; at most nine. Prose is not repeated. */
export function changeWords(before: Content, after: Content, nameOfSubPillar: (code: string) => string): string[] {
  const several = before.bases.length > 1 || after.bases.length > 1
  const told = compareStructure(before, after, nameOfSubPillar)
    .filter(({ follows }) => !follows)
    .map((change) => sentenceOf(change, several))
  if (told.length === 0) return ['Nothing but the note of the change']
  const rest = told.length - mostSentences
  return rest <= 1 ? told : [...told.slice(0, mostSentences), `${rest} more changes`]
}

function sentenceOf({ kind, sentence, event, before, after }: Change, several: boolean): string {
  if (event) {
    const noun = nounOf(event.event.kind)
    const last = event.event.latest ? ', the last known' : ''
    const of = several ? ` (${short(event.of)})` : ''
    return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${kind}: ${renderDate(event.event.date)}${last}${of}`
  }
  if (before === undefined && after === undefined) return short(sentence)
  return `${short(sentence)}: ${quoted(before)} → ${quoted(after)}`
}

const quoted = (text = ''): string => (text.trim() === '' ? 'nothing' : `“${short(text)}”`)

/** On one line, and no longer than a list can bear. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= mostOfText
    ? line
    : `${line
        .slice(0, mostOfText - 1)
        .toWellFormed()
        .trimEnd()}…`
}
