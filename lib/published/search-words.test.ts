// What somebody typed, word by word.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, hasFound, marks, nearest, refIn, runsOf, slips, spelledWords, unfinished, withWords } from './search-words.ts'

test.each([
  ['tele', { before: '', last: 'tele' }],
  ['data reten', { before: 'data', last: 'reten' }],
  ['"data retention" ident', { before: '"data retention"', last: 'ident' }],
  ['абон', { before: '', last: 'абон' }],
  ['te', null],
  ['"data reten', null],
  ['data -reten', null],
  ['data or', null],
  ['KZ-0001', null],
  ['law 2012', null],
  ['', null],
  ['data ', null],
])('the last word of %o may be unfinished: %o', (q, expected) => expect(unfinished(q)).toEqual(expected))

test.each([
  ['comunication of the data', ['comunication', 'data']],
  ['"comunication" data', ['data']],
  ['KZ-0001 №567', []],
  ['идентифкация', ['идентифкация']],
])('of %o these may be misspelt: %o', (q, words) => expect(spelledWords(q)).toEqual(words))

test.each([
  ['data', 'data', 0],
  ['dtaa', 'data', 1],
  ['date', 'data', 1],
  ['comunication', 'communication', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s and %s are %i apart', (a, b, far) => expect(distance(a, b)).toBe(far))
test('a distance is the same both ways, nothing from itself, and never more than the longer word', () => {
  const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'д') })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, a)).toBe(0)
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
test('slips are one letter less or two turned, and one mistake away', () => {
  expect(slips('dtaa')).toEqual(expect.arrayContaining(['data', 'daa', 'dta']))
  for (const slip of slips('retnetion')) expect(distance('retnetion', slip)).toBe(1)
})

const known = (...words: string[]) => words.map((word) => ({ word, key: word }))
test.each([
  ['comunication', known('communication', 'commutation'), 'communication'],
  ['date', known('data', 'rate'), 'data'],
  ['cat', known('dog'), null],
  ['tax', known('taxation'), null],
  ['anything', [], null],
])('%s is most likely %o', (key, words, expected) => expect(nearest(key, words)).toBe(expected))

test('words are replaced where they stand, and nothing else', () => {
  expect(withWords('"Data" comunication -law', new Map([['comunication', 'communication']]))).toBe('"Data" communication -law')
})

test.each([
  ['kz-7', { ref: 'KZ-0007' }],
  [' KZ-0007 ', { ref: 'KZ-0007' }],
  ['act-0012', { actRef: 'ACT-0012' }],
  ['KZ-0007 law', null],
  ['KZ', null],
])('%o is %o', (q, expected) => expect(refIn(q)).toEqual(expected))

describe('what was found', () => {
  const found = (text: string) => `${marks.begin}${text}${marks.end}`
  test('stands in runs beside what stands around it', () => {
    expect(runsOf(`Law on ${found('Communications')} of 2004`)).toEqual([
      { text: 'Law on ', found: false },
      { text: 'Communications', found: true },
      { text: ' of 2004', found: false },
    ])
    expect(hasFound('Law')).toBe(false)
  })
  test('loses no letter of any text, and marks are never shown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(marks.begin, marks.end, '<b>')), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const bare = text.replaceAll(marks.begin, '').replaceAll(marks.end, '')
        expect(
          runsOf(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(bare)
      }),
    )
  })
})
