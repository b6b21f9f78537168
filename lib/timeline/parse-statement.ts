// The reader of statements: from a typed or pasted sentence to events. What it does not understand it reports with its place; nothing is dropped or guessed.
import type { LegalEvent, LegalEventKind } from './legal-event.ts'
import { type Token, tokensOf } from './statement-tokens.ts'
import { phraseAt } from './statement-words.ts'
import { readDateAt, readMonthAt } from './written-date.ts'

type Span = { start: number; end: number }

/** A part of the text that was not understood: a sentence about it, and where it is (`text` is `original.slice(start, end)`). */
export type StatementProblem = Span & { message: string; text: string }

export type ParsedStatement = { timeline: LegalEvent[]; absence: boolean; problems: StatementProblem[] }

const absences = ['n/a', 'n.a', 'na', 'n a', 'not applicable']

/**
 * Reads a statement in house style or as people type it, in any case: `amended in 2007, 2008 and 2020`, `last update March 2020`.
 * Returns the events in the order of the text (a date keeps the precision it is written with), whether the text says `N/A`, and all that
 * was not understood, in order. Never throws; takes time in proportion to the length. Rules and examples: statement.examples.ts.
 */
export function parseStatement(text: string): ParsedStatement {
  const { timeline, absence, problems } = readStatement(text)
  return { timeline, absence, problems }
}

/** As `parseStatement`, and the parts of the text that were understood: together with the problems they cover every word and number. */
export function readStatement(text: string): ParsedStatement & { understood: Span[] } {
  const tokens = tokensOf(text)
  const first = tokens.find((token) => token.is !== 'break' && token.is !== 'dash')
  const last = tokens.findLast((token) => token.is !== 'break' && token.is !== 'dash')
  if (!first || !last) return { timeline: [], absence: false, problems: [], understood: [] }
  const whole = { start: first.start, end: last.end }
  if (whole.end - whole.start < 100) {
    const words = text.slice(whole.start, whole.end).toLowerCase().split(/\s+/u).join(' ').replaceAll(' / ', '/')
    if (absences.includes(words)) return { timeline: [], absence: true, problems: [], understood: [whole] }
  }
  return new StatementReader(text, tokens).read()
}

/** Words that have been read and wait for their date. */
type Pending = Span & {
  kind?: LegalEventKind
  latest?: true
  leads?: boolean
  alone?: boolean
  broken?: boolean
  months: (Span & { month: number })[]
}

/** Text that was not understood and goes on until a clause begins that is. */
type Unclear = Span & { message: (text: string) => string; broken: boolean }

class StatementReader {
  readonly text: string
  readonly tokens: Token[]
  readonly words: (string | undefined)[]
  readonly timeline: LegalEvent[] = []
  readonly problems: StatementProblem[] = []
  readonly understood: Span[] = []
  clause: { kind: LegalEventKind; latest?: true | undefined } | null = null
  pending: Pending | null = null
  unclear: Unclear | null = null
  dash: Token | null = null

  constructor(text: string, tokens: Token[]) {
    this.text = text
    this.tokens = tokens
    this.words = tokens.map((token) => (token.is === 'word' ? token.lower : undefined))
  }

  read() {
    for (let at = 0; at < this.tokens.length; ) at = this.step(at)
    this.giveUpPending()
    this.closeUnclear()
    const { timeline, problems, understood } = this
    return { timeline, absence: false, problems: problems.sort((a, b) => a.start - b.start), understood }
  }

  /** Reads what begins at token `at` and returns the token after it. */
  step(at: number): number {
    const token = this.tokens[at] as Token
    if (token.is === 'break' || token.is === 'dash') {
      this.separate(token)
      return at + 1
    }
    const date = token.is === 'other' ? null : readDateAt(this.text, token.start)
    if (date) {
      const span = { start: token.start, end: date.end }
      if (date.date === null) this.noDate(span, (text) => `${text} ${date.problem}`)
      else this.date(span, date.date)
      return this.tokenAfter(at, date.end)
    }
    const month = token.is === 'word' ? readMonthAt(this.text, token.start) : null
    if (month) {
      this.wait(token).months.push({ ...token, month: month.month })
      return at + 1
    }
    const phrase = token.is === 'word' ? phraseAt(this.words, at) : null
    const span = { start: token.start, end: this.tokens[at + (phrase?.words ?? 1) - 1]?.end ?? token.end }
    const meaning = phrase?.meaning
    if (!phrase || !meaning) {
      if (token.is === 'number')
        this.noDate(span, (text) => `${text} is not a date: write a year, a month and year, or a day such as 16 August 2012`)
      else this.notUnderstood(span, (text) => `Not understood: ${text}`)
    } else if (meaning.is === 'event') this.event(span, meaning.kind)
    else if (meaning.is === 'preposition') Object.assign(this.wait(span), { leads: true, alone: meaning.alone })
    else if (meaning.is === 'and') {
      this.separate(token)
      this.wait(span)
    } else {
      if (this.pending?.broken && (this.pending.kind || this.pending.leads)) this.giveUpPending()
      this.wait(span)
      if (meaning.is === 'latest') this.latest()
    }
    return at + (phrase?.words ?? 1)
  }

  tokenAfter(at: number, offset: number): number {
    let next = at + 1
    while (next < this.tokens.length && (this.tokens[next] as Token).start < offset) next++
    return next
  }

  wait(span: Span): Pending {
    this.pending = { ...(this.pending ?? { start: span.start, months: [] }), end: span.end }
    return this.pending
  }

  separate(token: Token) {
    if (token.is === 'dash') this.dash = token
    if (this.unclear) this.unclear.broken = true
    if (this.pending) this.pending.broken = true
  }

  latest() {
    if (this.pending) this.pending.latest = true
    this.dash = null
  }

  event(span: Span, kind: LegalEventKind) {
    // "never amended in 2016": what is not understood may turn the meaning of the words that it touches
    if (this.unclear && !this.unclear.broken) return this.notUnderstood(span, this.unclear.message)
    const { pending } = this
    if (pending?.kind && kind === 'since' && !pending.broken) return this.notUnderstood(span, (text) => `Not understood: ${text}`)
    if (pending && (pending.kind || pending.months.length > 0 || (pending.leads && pending.broken))) this.giveUpPending()
    this.closeUnclear()
    this.dash = null
    this.wait(span).kind = kind
  }

  date(span: Span, date: string) {
    if (this.unclear) return this.notUnderstood(span, this.unclear.message)
    const range = this.dash && !this.pending?.kind && this.clause
    if (range)
      return this.notUnderstood(
        { start: this.dash?.start ?? span.start, end: span.end },
        (text) => `${text} ends a period, which no event can say`,
      )
    const subject = this.subject()
    if (!subject) return this.notUnderstood(span, (text) => `Nothing says what happened: ${text}`)
    for (const month of this.pending?.months ?? []) {
      // "in May and June 2020": the month shares the year of the month after it
      if (/^\d{4}-\d{2}$/.test(date)) this.record(subject, `${date.slice(0, 4)}-${String(month.month).padStart(2, '0')}`)
      else this.problem(month, (text) => `${text} has no year`)
    }
    this.record(subject, date)
    this.settle(span, subject)
  }

  /** A number or month that is no date, inside a clause that may well go on after it. */
  noDate(span: Span, message: Unclear['message']) {
    if (this.unclear) return this.notUnderstood(span, message)
    const subject = this.subject()
    if (!subject) return this.notUnderstood(span, message)
    for (const month of this.pending?.months ?? []) this.problem(month, (text) => `${text} has no year`)
    this.problem(span, message)
    this.settle(this.pending, subject)
  }

  subject(): typeof this.clause {
    const { pending, clause } = this
    if (pending?.kind) return { kind: pending.kind, latest: pending.latest }
    if (clause && pending?.latest) return { ...clause, latest: true }
    // "Since 2004 of 2010": only "in" and "on" go on with a list of dates
    if (clause) return pending?.leads && !pending.alone ? null : clause
    return pending?.alone && !pending.latest && this.timeline.length === 0 && this.problems.length === 0 ? { kind: 'occurred' } : null
  }

  record({ kind, latest }: { kind: LegalEventKind; latest?: true | undefined }, date: string) {
    this.timeline.push(latest ? { kind, date, latest } : { kind, date })
  }

  settle(span: Span | null, subject: typeof this.clause) {
    if (span) this.understood.push({ start: this.pending?.start ?? span.start, end: span.end })
    this.clause = subject
    this.pending = null
    this.dash = null
  }

  notUnderstood(span: Span, message: Unclear['message']) {
    const start = this.unclear?.start ?? this.pending?.start ?? span.start
    this.unclear = { start: Math.min(start, span.start), end: span.end, message: this.unclear?.message ?? message, broken: false }
    this.clause = null
    this.pending = null
    this.dash = null
  }

  giveUpPending() {
    const { pending } = this
    if (!pending) return
    this.pending = null
    if (pending.kind) this.clause = null
    if (this.unclear) this.unclear.end = pending.end
    else this.problem(pending, (text) => (pending.kind ? `${text} gives no date` : `${text} says nothing by itself`))
  }

  closeUnclear() {
    if (this.unclear) this.problem(this.unclear, this.unclear.message)
    this.unclear = null
  }

  problem({ start, end }: Span, message: Unclear['message']) {
    const text = this.text.slice(start, end)
    this.problems.push({ message: message(`“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`), start, end, text })
  }
}
