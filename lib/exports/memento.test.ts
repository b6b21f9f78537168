// Memento: dates as HTTP writes them, the version that stood then, and links of the shape that the examples of RFC 7089 have.
import { expect, test } from 'vitest'
import { linksOfMemento, linksOfOriginal, mementoAt, momentOf, timeMap } from './memento.ts'

const base = 'https://measures.example.org'
const moments = [
  { number: 1, publishedAt: new Date('2021-09-15T02:36:10.400Z') },
  { number: 2, publishedAt: new Date('2022-03-04T00:00:00.999Z') },
  { number: 4, publishedAt: new Date('2023-05-01T12:00:00.000Z') },
]
const at = (text: string) => mementoAt(moments, new Date(text))?.number

test('the version that stood at a moment; before the first the first', () => {
  expect([
    at('1999-01-01'),
    at('2021-09-15T02:36:10Z'),
    at('2022-03-03T23:59:59Z'),
    at('2022-03-04T00:00:00Z'),
    at('2023-05-01T12:00:00Z'),
    at('2999-01-01'),
  ]).toEqual([1, 1, 1, 2, 4, 4])
  expect(mementoAt([], new Date())).toBeUndefined()
})

test.each([
  ['Thu, 31 May 2007 20:35:00 GMT', '2007-05-31T20:35:00.000Z'],
  ['Thu, 31 May 2007 20:35:00', null],
  ['2007-05-31', null],
  ['Thu, 31 May 2007 20:35:00 +0200', null],
  ['Thu, 99 May 2007 20:35:00 GMT', null],
  ['', null],
])('Accept-Datetime: %s', (text, moment) => expect(momentOf(text)?.toISOString() ?? null).toBe(moment))

test('the TimeMap, byte by byte, in the shape of the RFC’s section 5', () => {
  expect(timeMap('KZ-0007', moments, base)).toBe(`<https://measures.example.org/measures/KZ-0007>; rel="original",
<https://measures.example.org/timemap/measures/KZ-0007>; rel="self"; type="application/link-format"; from="Wed, 15 Sep 2021 02:36:10 GMT"; until="Mon, 01 May 2023 12:00:00 GMT",
<https://measures.example.org/timegate/measures/KZ-0007>; rel="timegate",
<https://measures.example.org/measures/KZ-0007/versions/1>; rel="first memento"; datetime="Wed, 15 Sep 2021 02:36:10 GMT",
<https://measures.example.org/measures/KZ-0007/versions/2>; rel="memento"; datetime="Fri, 04 Mar 2022 00:00:00 GMT",
<https://measures.example.org/measures/KZ-0007/versions/4>; rel="last memento"; datetime="Mon, 01 May 2023 12:00:00 GMT"
`)
})

test('a memento links to the original, to both services and to its neighbours', () => {
  const rels = (number: number, of = moments) =>
    [...linksOfMemento('KZ-0007', number, of, base).matchAll(/<[^>]*?([^/>]+)>; rel="([^"]+)"/g)].map(([, last, rel]) => `${last} ${rel}`)
  expect(rels(2)).toEqual([
    'KZ-0007 original',
    'KZ-0007 timegate',
    'KZ-0007 timemap',
    '1 first prev memento',
    '2 memento',
    '4 last next memento',
  ])
  expect(rels(1)).toEqual([
    'KZ-0007 original',
    'KZ-0007 timegate',
    'KZ-0007 timemap',
    '1 first memento',
    '2 next memento',
    '4 last memento',
  ])
  expect(rels(1, moments.slice(0, 1)).at(-1)).toBe('1 first last memento')
  expect(linksOfOriginal('KZ-0007', base)).toBe(
    '<https://measures.example.org/timegate/measures/KZ-0007>; rel="timegate", <https://measures.example.org/timemap/measures/KZ-0007>; rel="timemap"; type="application/link-format"',
  )
})
