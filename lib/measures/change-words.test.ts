// What a version changed in words: one sentence for each change, no prose, and an end to it.
import { expect, test } from 'vitest'
import { changeWords, mostSentences } from './change-words.ts'
import { type Basis, type Content, emptyContent } from './content.ts'

const act = (id: string, title: string, ...dates: string[]): Basis => ({
  id,
  kind: 'act',
  title,
  url: '',
  events: [{ kind: 'since', date: '2004-07' }, ...dates.map((date) => ({ kind: 'entry into force' as const, date }))],
})
const base: Content = {
  ...emptyContent,
  subPillar: '8.3',
  bases: [act('a', 'Law on Post')],
  description: 'Old prose.',
  coverage: 'Horizontal',
}
const words = (after: Partial<Content>, before: Partial<Content> = {}) =>
  changeWords({ ...base, ...before }, { ...base, ...after }, (code) => `Name of ${code}`)

test('an event is told by what happened and when, and the sentence that follows from it is not', () => {
  expect(words({ bases: [act('a', 'Law on Post', '2018-05')] })).toEqual(['Entry into force added: May 2018'])
  expect(words({}, { bases: [act('a', 'Law on Post', '2018')] })).toEqual(['Entry into force removed: 2018'])
  const last: Basis = { ...act('a', 'Law on Post'), events: [{ kind: 'amended', date: '2022-09-01', latest: true }] } as Basis
  expect(words({ bases: [last] })).toContain('Amendment added: 1 September 2022, the last known')
})

test('of several bases it says which', () => {
  const other = act('b', 'Law on Radio')
  expect(words({ bases: [act('a', 'Law on Post', '2018-05'), other] }, { bases: [act('a', 'Law on Post'), other] })).toEqual([
    'Entry into force added: May 2018 (“Law on Post”)',
  ])
})

test('values are told on one line and shortened, prose never', () => {
  expect(words({ coverage: 'Postal\n services', description: 'New prose.' })).toEqual([
    'Coverage changed: “Horizontal” → “Postal services”',
    'Description changed',
  ])
  expect(words({ coverage: '' })).toEqual(['Coverage changed: “Horizontal” → nothing'])
  expect(words({ subPillar: '8.4' })).toEqual(['Moved in the taxonomy: “8.3 Name of 8.3” → “8.4 Name of 8.4”'])
  expect(words({ coverage: 'x'.repeat(2000) })[0]?.length).toBeLessThan(250)
  expect(words({ changeNote: 'Typo' })).toEqual(['Nothing but the note of the change'])
})

test('many changes are counted, and one more is told', () => {
  const bases = (count: number) => Array.from({ length: count }, (_, at) => act(`n${at}`, `Law ${at}`))
  expect(words({ bases: [...base.bases, ...bases(mostSentences + 1)] })).toHaveLength(mostSentences + 1)
  const told = words({ bases: [...base.bases, ...bases(50)] })
  expect(told).toHaveLength(mostSentences + 1)
  expect(told.at(-1)).toBe('42 more changes')
})
