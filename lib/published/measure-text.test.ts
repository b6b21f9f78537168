// A content as the world reads it: names beside codes, a generated statement beside each timeline, and nothing of the desk.
import { expect, test } from 'vitest'
import { emptyContent } from '#lib/measures/content.ts'
import { figureStatement, measureTextOf } from './measure-text.ts'
import { measureText } from './schema.ts'

const taxonomy = { pillars: [{ number: 8, name: 'Intermediaries', subPillars: [{ code: '8.3', name: 'Identity' }] }] }
const kazakhstan = { code: 'KZ', name: 'Kazakhstan' }
const content = {
  ...emptyContent,
  subPillar: '8.3',
  bases: [
    {
      id: 'a',
      kind: 'act',
      title: 'Law',
      url: 'https://example.org/law',
      events: [
        { kind: 'since', date: '2004-07' },
        { kind: 'amended', date: '2022-09', latest: true },
      ],
    },
    { id: 'b', kind: 'act', title: 'Order', url: '', events: [] },
    { id: 'c', kind: 'practice', title: 'Shutdowns', events: [{ kind: 'reported', date: '2019' }] },
    { id: 'd', kind: 'absence', title: 'None', absence: 'no such framework' },
    { id: 'e', kind: 'figure', title: 'Tariff', value: '3.45', unit: '%', year: '2022' },
  ],
  description: '**Text.**',
  coverage: 'Horizontal',
  sources: [{ id: 's', title: 'Adilet', url: 'https://adilet.zan.kz' }],
  changeKind: 'editorial',
  changeNote: 'For the public.',
} as const

test('every kind of basis has its statement; row ids, change note and schema version stay out', () => {
  const text = measureTextOf(structuredClone(content) as never, kazakhstan, taxonomy)
  expect(text).toEqual({
    economy: kazakhstan,
    pillar: { number: 8, name: 'Intermediaries' },
    subPillar: { code: '8.3', name: 'Identity' },
    bases: [
      {
        kind: 'act',
        title: 'Law',
        url: 'https://example.org/law',
        events: content.bases[0].events,
        statement: 'Since July 2004, last amended in September 2022',
      },
      { kind: 'act', title: 'Order', events: [], statement: '' },
      { kind: 'practice', title: 'Shutdowns', events: content.bases[2].events, statement: 'Reported in 2019' },
      { kind: 'absence', title: 'None', absence: 'no such framework', events: [], statement: 'N/A' },
      { kind: 'figure', title: 'Tariff', figure: { value: '3.45', unit: '%', year: '2022' }, events: [], statement: '3.45\u00a0% in 2022' },
    ],
    description: '**Text.**',
    coverage: 'Horizontal',
    sources: [{ title: 'Adilet', url: 'https://adilet.zan.kz' }],
  })
  expect(measureText.strict().parse(text)).toEqual(text)
})

test('a sub-pillar that is not chosen, or of another edition, has no names and number 0', () => {
  for (const subPillar of ['', '99.9'])
    expect(measureTextOf({ ...emptyContent, subPillar }, kazakhstan, taxonomy)).toMatchObject({
      pillar: { number: 0, name: '' },
      subPillar: { code: subPillar, name: '' },
    })
})

test.each([
  [{ value: '3.45', unit: '%', year: '' }, '3.45\u00a0%'],
  [{ value: '3', unit: '', year: '2022' }, '3 in 2022'],
  [{ value: '', unit: '', year: '' }, ''],
])('the figure %o reads %o', (figure, sentence) => expect(figureStatement(figure)).toBe(sentence))
