// Titles, numbers and directions of acts, in several scripts.
import { describe, expect, test } from 'vitest'
import { belongsTo, directionOf, languageName, likelihood, likeness, namesNumber } from './act.ts'
import { eventsMissing, withSources } from './changes.ts'
import { actInput } from './schema.ts'

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['kk', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['', 'ltr'],
  ['not a tag', 'ltr'],
])('%o runs %s', (tag, direction) => expect(directionOf(tag)).toBe(direction))

test('a language has an English name, and what is no tag stays as it is', () => {
  expect([languageName('kk'), languageName('zh-Hant'), languageName('?')]).toEqual(['Kazakh', 'Traditional Chinese', '?'])
})

test.each([
  ['Law No. 94-V on Personal Data', '94-V', true],
  ['Law No. 94-V on Personal Data', 'No. 94-V', true],
  ['Закон № 94-V', '№ 94-V', true],
  ['Law No. 394-V', '94-V', false],
  ['Law No. 94-VI', '94-V', false],
  ['Regulation (EU) 2016/679', '2016/679', true],
  ['Regulation (EU) 2016/6791', '2016/679', false],
  ['Law on Communications', 'on', false],
  ['Law', '', false],
])('%o names the number %o: %o', (text, number, expected) => expect(namesNumber(text, number)).toBe(expected))

test('a typo, another order or a longer title is alike; another subject is not', () => {
  expect(likeness('Law on Communications', 'Law on Communications')).toBe(1)
  expect(likeness('Law on Communications', 'Law on Comunications')).toBeGreaterThan(0.7)
  expect(likeness('Закон о связи', 'Закон о свзяи')).toBeGreaterThan(0.5)
  expect(likeness('個人情報保護法', '個人情報の保護法')).toBeGreaterThan(0.4)
  expect(likeness('Law on Communications', 'Criminal Code')).toBeLessThan(0.2)
  expect(likeness('', 'Law')).toBe(0)
})

const act = { title: 'Law on Personal Data and Its Protection', originalTitle: 'О персональных данных и их защите', number: '94-V' }
describe('the likelihood of an act', () => {
  test.each([
    [
      { title: 'Law of the Republic of Kazakhstan No. 94-V on Personal Data and Its Protection', number: '' },
      'the same number, 94-V, and a similar title',
    ],
    [{ title: 'Закон о персональных данных и их защите', number: '' }, 'a similar title'],
    [{ title: 'Law on Personal Data and Its Protection', number: '' }, 'the same title'],
    [{ title: 'Criminal Code', number: '94-V' }, 'the same number, 94-V'],
  ])('%o: %s', (asked, why) => expect(likelihood(act, asked)?.why).toBe(why))

  test('another number is another act, however alike the titles are', () => {
    expect(likelihood(act, { title: 'Law on Personal Data and Its Protection', number: '95-V' })).toBeNull()
  })
  test('nothing speaks for an unrelated one', () => expect(likelihood(act, { title: 'Tax Code', number: '' })).toBeNull())
})

test('an act of a union speaks for its members, and for the economy of the same name', () => {
  expect(belongsTo({ economy: '', union: 'EEU' }, 'KZ', ['EEU'])).toBe(true)
  expect(belongsTo({ economy: '', union: 'EEU' }, 'DE', ['EU'])).toBe(false)
  expect(belongsTo({ economy: 'KZ', union: '' }, 'KZ', [])).toBe(true)
})

describe('the form of an act', () => {
  const given = { economy: 'KZ', union: '', title: 'Law on Communications' }
  const issues = (more: object) => actInput.safeParse({ ...given, ...more }).error?.issues.map(({ path }) => path.join('.')) ?? []
  test('needs an owner and a title, and not two owners', () => {
    expect(issues({})).toEqual([])
    expect(issues({ economy: '' })).toEqual(['economy'])
    expect(issues({ union: 'EU' })).toEqual(['economy'])
    expect(issues({ title: ' ' })).toEqual(['title'])
  })
  test.each(['javascript:alert(1)', 'http:desk', 'ftp://example.org', 'https://user:word@example.org/'])('X2 takes no address %s', (url) =>
    expect(issues({ url })).toEqual(['url']),
  )
  test('an original title has a language, which is a tag', () => {
    expect(issues({ originalTitle: 'О связи' })).toEqual(['originalLanguage'])
    expect(issues({ originalTitle: 'О связи', originalLanguage: 'Russian!' })).toContain('originalLanguage')
    expect(issues({ originalTitle: 'О связи', originalLanguage: 'ru' })).toEqual([])
  })
  test('tells no event twice', () =>
    expect(
      issues({
        events: [
          { kind: 'amended', date: '2016' },
          { kind: 'amended', date: '2016' },
        ],
      }),
    ).toEqual(['events.1.date']))
})

test('the events that one act tells and the other does not', () => {
  const event = (date: string) => ({ kind: 'amended' as const, date, sourceTitle: '', sourceUrl: '' })
  expect(eventsMissing([event('2016'), event('2018')], [{ ...event('2016'), sourceTitle: 'Gazette' }])).toEqual([event('2018')])
})

test('an event keeps its source when it moves or its date is mended, and a new one has none', () => {
  const event = (date: string, sourceTitle = '') => ({ kind: 'amended', date, sourceTitle, sourceUrl: '' })
  const bare = (date: string) => ({ kind: 'amended', date })
  const before = [event('2016', 'A'), event('2018', 'B')]
  expect(withSources([bare('2018'), bare('2016')], before)).toEqual([event('2018', 'B'), event('2016', 'A')])
  expect(withSources([bare('2016'), bare('2018-03')], before)).toEqual([event('2016', 'A'), event('2018-03', 'B')])
  expect(withSources([bare('2016'), bare('2018'), bare('2020')], before)).toEqual([...before, event('2020')])
})
