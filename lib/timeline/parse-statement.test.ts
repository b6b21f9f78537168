// The reader of statements: what it understands, what it reports and where, that nothing is lost, and that no text makes it slow.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalEvent } from './legal-event.ts'
import { parseStatement, readStatement } from './parse-statement.ts'
import { precisionOf } from './partial-date.ts'
import { renderStatement, withoutRoles } from './render-statement.ts'
import { absenceExamples, statementExamples, unclearExamples, untidyExamples } from './statement.examples.ts'
import { withoutSeparators } from './statement-tokens.ts'

describe('reading a statement', () => {
  test.each(statementExamples)('$sentence', ({ sentence, events }) => {
    expect(parseStatement(sentence)).toEqual({ timeline: withoutRoles(events), absence: false, problems: [] })
  })

  test.each(untidyExamples)('$typed ($note)', ({ typed, sentence }) => {
    const { timeline, problems } = parseStatement(typed)
    expect(problems).toEqual([])
    expect(renderStatement(timeline)).toBe(sentence)
  })

  test.each(unclearExamples)('$typed: not $unclear ($note)', ({ typed, sentence, unclear }) => {
    const { timeline, problems } = parseStatement(typed)
    expect(problems.map(({ text }) => text)).toEqual(unclear)
    for (const { text, start, end, message } of problems) {
      expect(typed.slice(start, end)).toBe(text)
      expect(message).toContain(text)
    }
    expect(renderStatement(timeline)).toBe(sentence)
  })

  test.each(absenceExamples)('%j is an absence', (typed) => {
    expect(parseStatement(typed)).toEqual({ timeline: [], absence: true, problems: [] })
  })

  test('an absence beside events is not one', () => {
    const { absence, problems } = parseStatement('N/A, since 2004')
    expect(absence).toBe(false)
    expect(problems.map(({ text }) => text)).toEqual(['N/A'])
  })

  test('nothing is nothing', () => {
    for (const typed of ['', ' \u00a0', '.', '–']) expect(parseStatement(typed)).toEqual({ timeline: [], absence: false, problems: [] })
  })

  test('keeps a role that the text tells', () => {
    expect(parseStatement('Adopted in 2016, in force since 2018').timeline.map(({ kind }) => kind)).toEqual(['adopted', 'entry into force'])
    expect(parseStatement('In force since 2018').timeline).toEqual([{ kind: 'entry into force', date: '2018' }])
  })

  test('is idempotent: house style read and rendered stays as it is', () => {
    for (const { sentence } of [...statementExamples, ...untidyExamples])
      expect(renderStatement(parseStatement(sentence).timeline)).toBe(sentence)
  })
})

const pieces = [
  ...[
    'since',
    'as amended',
    'amended',
    'last',
    'latest',
    'and',
    'in',
    'on',
    'of',
    'from',
    'in force',
    'entered into force',
    'enforced',
    'repealed',
  ],
  ...['2016', '2018-02', '16 August 2012', 'May', 'May 2020', '03/04/2012', '2015–2017', '31.12.1999', '5', '2023-02-30', '22'],
  ...[',', ', ', ';', '.', ' ', '\u00a0', '(', ')', ' – ', '-', '/', 'N/A', 'never', 'Law No. 5', '№', '😀', '٣', 'é', '?', '\n'],
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 })
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)))

describe('any text at all', () => {
  test('is understood or reported, every word of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { understood, problems } = readStatement(text)
        const covered = new Array<boolean>(text.length).fill(false)
        for (const { start, end } of [...understood, ...problems]) covered.fill(true, start, end)
        const left = Array.from({ length: text.length }, (_, at) => (covered[at] ? ' ' : text[at])).join('')
        expect(withoutSeparators(left)).toBe('')
      }),
      { numRuns: 3000 },
    )
  })

  test('gives valid events, in problems exact places, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { timeline, problems } = parseStatement(text)
        expect(legalEvent.array().safeParse(timeline).success).toBe(true)
        problems.forEach((problem, index) => {
          expect(text.slice(problem.start, problem.end)).toBe(problem.text)
          expect(problem.start).toBeGreaterThanOrEqual(problems[index - 1]?.end ?? 0)
          expect(problem.end).toBeGreaterThan(problem.start)
        })
      }),
      { numRuns: 3000 },
    )
  })

  test('renders to a sentence that reads back the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { timeline } = parseStatement(text)
        const sentence = renderStatement(timeline)
        expect(parseStatement(sentence)).toEqual({ timeline: withoutRoles(timeline), absence: false, problems: [] })
        expect(renderStatement(parseStatement(sentence).timeline)).toBe(sentence)
      }),
      { numRuns: 2000 },
    )
  })

  test('never makes a date finer: no more parts than the text has numbers and month names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = (text.match(/\d{1,4}|May|August/g) ?? []).length
        for (const { date } of parseStatement(text).timeline)
          expect({ year: 1, month: 2, day: 3 }[precisionOf(date)]).toBeLessThanOrEqual(written)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a megabyte of', () => {
  const shapes = [
    'May ',
    'May, ',
    '1',
    '1.',
    '1 ',
    ' ',
    '\u00a0.',
    'as amended ',
    'last ',
    'in ',
    'since ',
    '2016 ',
    '2016-',
    '(',
    '- ',
    '/',
    'N/A',
    'x',
    'x ',
    '16 Aug ',
    'entry into ',
    '٣',
    '2012-02-29 ',
    'and and ',
  ]
  test.each([
    ...shapes.map((shape) => [shape, '']),
    [`May${' '.repeat(1000)}`, ''],
    [`1${' '.repeat(1000)}`, ''],
    [' ', 'Since'],
    [' ', 'Since 16'],
    ['\u200b', 'August 16'],
  ])('%j after %j is read in a moment', (shape, before) => {
    const text = (before + shape.repeat(Math.ceil(1_000_000 / shape.length))).slice(0, 1_000_000)
    const started = performance.now()
    parseStatement(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
