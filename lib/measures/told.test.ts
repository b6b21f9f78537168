// Which events of law a description tells, by the table of examples both ways, and that no text whatever makes the reader fail.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { silentExamples, tellingExamples } from './checker.examples.ts'
import { toldIn } from './told.ts'

const read = (text: string) =>
  toldIn(text)
    .map(({ kind, date }) => `${kind} ${date ?? '-'}`)
    .join(', ')

test.each(tellingExamples)('%s', (sentence, told) => {
  expect(read(sentence)).toBe(told)
})

test.each(silentExamples)('tells nothing: %s', (sentence) => {
  expect(read(sentence)).toBe('')
})

test('sentences beside each other do not lend each other their dates', () => {
  const pairs = tellingExamples.flatMap(([sentence, told]) =>
    silentExamples.map((silent) => [`${silent} ${sentence} ${silent}`, told] as const),
  )
  for (const [text, told] of pairs) expect(read(text), text).toBe(told)
})

test('any text is read without failing, and what it tells has words of the text', () => {
  const words = fc.constantFrom(
    'amended',
    'in',
    '2016',
    'September',
    '2022',
    'was',
    'repealed',
    ',',
    'and',
    '.',
    'not',
    'since',
    '\n',
    '%',
    'Article',
    '(',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((list) => list.join(' ')),
      ),
      (text) => {
        for (const { date, words } of toldIn(text)) {
          expect(words).not.toBe('')
          if (date !== null) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/)
        }
      },
    ),
  )
}, 30_000)

test.each([
  'amended in 2016, ',
  'amended ',
  '2016 ',
  '](',
  '](x "',
  'article a ',
  'in 2016 ',
  '. ',
  '\n ',
  'https://',
  'was ',
  'January ',
  '[*_`#>',
  'not a a ',
])(
  'a text of 200,000 characters of %o is read in a moment',
  (part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length))
    const begun = performance.now()
    toldIn(text)
    expect(performance.now() - begun).toBeLessThan(10_000)
  },
  30_000,
)
