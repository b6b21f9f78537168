// What a description tells of the law: which legal event, on which date, in which words. It reads prose and knows no timeline; what is no date of law it passes over.
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import type { PartialDate } from '#lib/timeline/partial-date.ts'
import { readDateAt } from '#lib/timeline/written-date.ts'

/** An event that the prose tells. `of` says of what: the act, or a provision of it. `suffered`: something was done to it (`was replaced`), not by it. */
export type Told = { kind: LegalEventKind; date: PartialDate | null; words: string; of: 'act' | 'provision'; suffered: boolean }

/** Every event of law that a Markdown text tells, in its order. */
export function toldIn(markdown: string): Told[] {
  return sentencesOf(plain(markdown)).flatMap(readSentence)
}

/** Whether a text says at all that something ended or was succeeded. */
export function tellsOfAnEnd(markdown: string): boolean {
  return /\b(?:repeal|abolish|revo[ck]|abrogat|annul|expir|laps|terminat|withdr[ae]w|replac|supersed|ceas|ended|no longer|until)/i.test(
    markdown,
  )
}

const phrases: readonly [LegalEventKind, string][] = [
  ['replaced', 'replaced|superseded'],
  ['amended', 'amended|amendments?|modified'],
  [
    'repealed',
    'repealed|abolished|revoked|abrogated|annulled|no longer in force|no longer applies|ceased to (?:apply|have effect|be in force)',
  ],
  ['expired', 'expired|lapsed'],
  ['suspended', 'suspended'],
  [
    'entry into force',
    '(?:enter(?:ed|s|ing)?|c[ao]mes?|coming|entry|put|brought) in(?:to)? (?:force|effect)|(?:took|takes?) effect|in force|effective|appli(?:es|ed)|applicable|commenced',
  ],
  ['adopted', 'adopted|enacted|promulgated|passed'],
  ['signed', 'signed'],
]
const phrase = new RegExp(phrases.map(([, words]) => `\\b(${words})\\b`).join('|'), 'gi')

type Phrase = { kind: LegalEventKind; start: number; end: number }

function phrasesOf(sentence: string): Phrase[] {
  return [...sentence.matchAll(phrase)].flatMap((found) => {
    const kind = phrases[found.slice(1).findIndex((group) => group !== undefined)]?.[0]
    return kind ? [{ kind, start: found.index, end: found.index + found[0].length }] : []
  })
}

type Dated = { date: PartialDate; start: number; end: number }

const monthOrDigit = /(?<![\p{L}\p{N}.,/–—-])(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/giu

function datesOf(sentence: string): Dated[] {
  const dates: Dated[] = []
  for (const { index } of sentence.matchAll(monthOrDigit)) {
    if (index < (dates.at(-1)?.end ?? 0)) continue
    const found = readDateAt(sentence, index)
    if (found?.date) dates.push({ date: found.date, start: index, end: found.end })
  }
  return dates
}

const FAR = 80
const statistics =
  /%|\bper ?cent|\b(?:million|billion|grew|grown|rose|risen|increased?|decreased?|fell|fallen|doubled|tripled|growth|share of|users|subscribers|turnover|revenues?|exports|imports|statistics|surveys?|data show)\b/i
const number = /%|\bper ?cent|\b(?:million|billion|pages?|p\.|pp\.)\b|\bpages?\b/i

function readSentence(sentence: string): Told[] {
  const events = phrasesOf(sentence)
  const used = new Set<Phrase>()
  const dates = datesOf(sentence)
  const told: Told[] = []
  let last: { end: number; by: Phrase | null } | null = null
  for (const date of dates) {
    const by = phraseFor(sentence, date, events, dates, last)
    last = by ? { end: date.end, by: by === 'since' ? null : by } : null
    if (by === 'since')
      told.push({ kind: 'since', date: date.date, words: wordsOf(sentence, date.start - 6, date.end), of: 'act', suffered: false })
    else if (by) {
      used.add(by)
      const one = inContext(sentence, by, date)
      if (one) told.push(one)
    }
  }
  return [...told, ...events.filter((event) => !used.has(event)).flatMap((event) => inContext(sentence, event, null) ?? [])]
}

/** The phrase that a date belongs to: before it (`amended in 2016, 2018`), or after it where the date opens the clause (`In 2016 it was amended`). */
function phraseFor(
  sentence: string,
  date: Dated,
  events: readonly Phrase[],
  dates: readonly Dated[],
  last: { end: number; by: Phrase | null } | null,
): Phrase | 'since' | null {
  const before = sentence.slice(0, date.start)
  if (last && /^\s*(?:,|and|or|,\s*and)\s*(?:again\s+)?(?:in\s+|on\s+)?$/i.test(sentence.slice(last.end, date.start)))
    return last.by ?? 'since'
  if (/^\s+(?:amendments?|revision)\b/i.test(sentence.slice(date.end)))
    return events.find(({ kind, start }) => kind === 'amended' && start >= date.end) ?? null
  const preposition = /\b(in|on|since|from|as of|by|until|effective|of|dated)\s+(?:the\s+)?$/i.exec(before)
  if (!preposition) return null
  const word = (preposition[1] ?? '').toLowerCase()
  const nearest = events.findLast(({ end }) => end <= date.start)
  if (nearest && date.start - nearest.end <= FAR) {
    const between = sentence.slice(nearest.end, preposition.index)
    const apart = /[;:]/.test(between) || number.test(between) || dates.some(({ start }) => start >= nearest.end && start < date.start)
    const named = word === 'of' || word === 'dated'
    if (!apart && (named ? /^\s+(?:and \w+ )?by\b/i.test(between) : word !== 'until' && word !== 'by')) return nearest
  }
  const opens = /(?:^|[,;(]\s*)$/.test(before.slice(0, preposition.index)) && /^(?:in|on|since|from|as of)$/.test(word)
  const following = events.find(({ start }) => start >= date.end)
  if (opens && word !== 'since' && following && following.start - date.end <= FAR) {
    const between = sentence.slice(date.end, following.start)
    if (!/[;:]/.test(between) && !number.test(between) && !dates.some(({ start }) => start > date.start && start < following.start))
      return following
  }
  return word === 'since' && !statistics.test(sentence) ? 'since' : null
}

const doneTo = /\b(?:was|were|been|is|are|being|stands|stood)\s+(?:\w+ly\s+|also\s+|since\s+|then\s+|later\s+|last\s+)*$/i
const denied = /\b(?:not|never|nor|neither)\s+(?:\w+\s+){0,2}$/i
const possible = /\b(?:may|can|could|might|shall|must|should|would|to)\s+(?:also\s+)?be\s+$/i
const otherAct = /\b(?:previous|former|earlier|predecessor|old|older|preceding|prior)\s+(?:\w+\s+){0,6}$/i
const permission =
  /\b(?:licen[cs]es?|permits?|registrations?|certificates?|authori[sz]ations?|consents?|accounts?|accreditations?|services?)\s+(?:\S+\s+){0,6}$/i
const provision =
  /\b(?:articles?|sections?|paragraphs?|clauses?|chapters?|annex(?:es)?|provisions?|schedules?|art\.|sec\.)\s+(?:\S+\s+){0,8}$/i
const endings: readonly LegalEventKind[] = ['repealed', 'expired', 'suspended']

/** The phrase with what stands around it: nothing when it is denied, only possible, or told of something else than the law. */
function inContext(sentence: string, by: Phrase, date: Dated | null): Told | null {
  const before = sentence.slice(Math.max(0, by.start - 200), by.start)
  const text = sentence.slice(by.start, by.end)
  if (denied.test(before) || possible.test(before)) return null
  if (otherAct.test(before) && doneTo.test(before)) return null
  if (endings.includes(by.kind) && permission.test(before)) return null
  const isState = /^(?:no longer|ceased|expired|lapsed)/i.test(text)
  const suffered = isState || doneTo.test(before) || /^\s+(?:by|in|on)\b/i.test(sentence.slice(by.end))
  if (!date && (!suffered || (!isState && !doneTo.test(before)))) return null
  const from = date ? Math.min(by.start, date.start) : by.start
  const to = date ? Math.max(by.end, date.end) : by.end
  return {
    kind: endings.includes(by.kind) && provision.test(before) ? 'amended' : by.kind,
    date: date?.date ?? null,
    words: wordsOf(sentence, from, to),
    of: provision.test(before) ? 'provision' : 'act',
    suffered,
  }
}

function wordsOf(sentence: string, from: number, to: number): string {
  const words = sentence.slice(Math.max(0, from), to).replace(/\s+/g, ' ').trim()
  return words.length <= 80 ? words : `${words.slice(0, 79).trimEnd()}…`
}

/** Markdown without its marks and addresses, which hold numbers that are no dates. */
function plain(markdown: string): string {
  return markdown
    .replace(/\]\([^)\s[\]]{0,2000}(?:\s{1,9}"[^"]{0,300}")?\)/g, ']')
    .replace(/<?\b(?:https?:\/\/|www\.)[^\s>)]+>?/gi, ' ')
    .replace(/[*_`#>[\]]/g, ' ')
    .replace(/[ \t]+/g, ' ')
}

const abbreviation =
  /(?:\b(?:No|Nos|Art|Arts|para|paras|Sec|Dr|St|cf|e\.g|i\.e|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\p{L})$/u

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let begin = 0
  for (const { 0: mark, index } of text.matchAll(/[.!?](?=\s+["“(]?[\p{Lu}\p{N}])|\n\s*\n|\n\s*(?:[-+]|\d+\.)\s/gu)) {
    if (mark === '.' && abbreviation.test(text.slice(begin, index))) continue
    sentences.push(text.slice(begin, index))
    begin = index + mark.length
  }
  return [...sentences, text.slice(begin)]
    .flatMap(piecesOf)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
}

// A text without full stops is no sentence: each of its pieces is read by itself, so that no text takes long.
const LONGEST = 2000

function piecesOf(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence]
  return Array.from({ length: Math.ceil(sentence.length / LONGEST) }, (_, piece) => sentence.slice(piece * LONGEST, (piece + 1) * LONGEST))
}
