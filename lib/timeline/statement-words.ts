// The words of statements: what each word or phrase that people use means. No word here stands for a date, and none is guessed from its likeness.
import type { LegalEventKind } from './legal-event.ts'

/** What a phrase does: names what happened, marks it the latest, leads to a date, adds another, or says nothing of its own. */
export type Meaning =
  | { is: 'event'; kind: LegalEventKind }
  | { is: 'latest' }
  | { is: 'preposition'; alone: boolean }
  | { is: 'and' }
  | { is: 'filler' }

const eventPhrases: Record<LegalEventKind, readonly string[]> = {
  since: ['since'],
  adopted: ['adopted', 'adoption', 'enacted', 'passed'],
  signed: ['signed', 'signature'],
  'entry into force': [
    'entry into force',
    'entered into force',
    'enters into force',
    'entering into force',
    'entry in force',
    'entered in force',
    'came into force',
    'comes into force',
    'come into force',
    'coming into force',
    'into force',
    'in force',
    'in force since',
    'in effect',
    'in effect since',
    'entered into effect',
    'came into effect',
    'took effect',
    'takes effect',
    'effective',
    'effective since',
  ],
  enforcement: ['enforcement', 'enforced', 'enforcement since', 'enforced since'],
  amended: ['amended', 'amendment', 'amendments', 'update', 'updated', 'modified'],
  replaced: ['replaced', 'replacement', 'superseded'],
  repealed: ['repealed', 'repeal', 'revoked', 'abrogated'],
  expired: ['expired', 'expires', 'expiry', 'lapsed'],
  suspended: ['suspended', 'suspension', 'suspended since'],
  reported: ['reported'],
  occurred: ['occurred', 'happened', 'took place'],
}

const latestPhrases = ['last', 'lastly', 'latest', 'most recent', 'most recently']
const prepositions = ['from', 'of', 'as of', 'as from', 'at', 'during']
const fillers = 'as was were is are has have been it its the then also later subsequently further with'.split(' ')

const meanings = new Map<string, Meaning>()
for (const [kind, phrases] of Object.entries(eventPhrases) as [LegalEventKind, readonly string[]][])
  for (const phrase of phrases) meanings.set(phrase, { is: 'event', kind })
for (const phrase of latestPhrases) meanings.set(phrase, { is: 'latest' })
for (const phrase of prepositions) meanings.set(phrase, { is: 'preposition', alone: false })
for (const phrase of ['in', 'on']) meanings.set(phrase, { is: 'preposition', alone: true })
for (const phrase of fillers) meanings.set(phrase, { is: 'filler' })
meanings.set('and', { is: 'and' })

const longest = Math.max(...[...meanings.keys()].map((phrase) => phrase.split(' ').length))

/** The longest known phrase that begins at `words[at]`, in lower case, and how many words it has; null when the word is not known. */
export function phraseAt(words: readonly (string | undefined)[], at: number): { meaning: Meaning; words: number } | null {
  for (let count = longest; count > 0; count--) {
    const phrase = words.slice(at, at + count)
    if (phrase.length < count || phrase.includes(undefined)) continue
    const meaning = meanings.get(phrase.join(' '))
    if (meaning) return { meaning, words: count }
  }
  return null
}
