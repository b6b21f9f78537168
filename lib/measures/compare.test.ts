// A comparison: one sentence for each difference of structure, runs of words for prose; text stays text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareContents, compareProse } from './compare.ts'
import { type Basis, type Content, emptyContent } from './content.ts'

const act: Basis = {
  id: 'a',
  kind: 'act',
  title: 'Law on Communications',
  url: '',
  events: [
    { kind: 'since', date: '2004-07' },
    { kind: 'amended', date: '2016' },
  ],
}
const base: Content = { ...emptyContent, subPillar: '8.3', bases: [act], description: 'Users identify themselves.', coverage: 'Horizontal' }
const named = (code: string) => `Name of ${code}`
const sentences = (after: Partial<Content>, before: Partial<Content> = {}) =>
  compareContents({ ...base, ...before }, { ...base, ...after }, named).changes.map(({ sentence, before, after }) =>
    [sentence, ...(before === undefined ? [] : [`${before} → ${after}`])].join(': '),
  )

describe('structure as sentences', () => {
  test('nothing differs, and the change note is not compared', () => {
    const compared = compareContents(base, { ...base, changeKind: 'editorial', changeNote: 'Typo' }, named)
    expect(compared).toEqual({ changes: [], same: true, description: [{ kind: 'same', text: base.description }] })
  })
  test('the place, the coverage and the description', () => {
    expect(sentences({ subPillar: '8.4', coverage: 'Postal services', description: 'New.' })).toEqual([
      'Moved in the taxonomy: 8.3 Name of 8.3 → 8.4 Name of 8.4',
      'Coverage changed: Horizontal → Postal services',
      'Description changed',
    ])
    expect(sentences({}, { subPillar: '' })).toEqual(['Moved in the taxonomy: not placed → 8.3 Name of 8.3'])
  })
  test('an event added, marked, unmarked, removed', () => {
    const last = { kind: 'amended', date: '2022-09', latest: true } as const
    const marked = { ...act, events: [...act.events, last] }
    expect(sentences({ bases: [marked] })).toEqual([
      'Event added to “Law on Communications”: amended in September 2022 (last known)',
      'Statement of “Law on Communications”: Since July 2004, as amended in 2016 → Since July 2004, as amended in 2016, last amended in September 2022',
    ])
    const unmarked = { ...act, events: [...act.events, { kind: 'amended', date: '2022-09' } as const] }
    expect(sentences({ bases: [marked] }, { bases: [unmarked] })[0]).toBe(
      'Marked as the last known of “Law on Communications”: amended in September 2022',
    )
    expect(sentences({ bases: [unmarked] }, { bases: [marked] })[0]).toBe(
      'No longer the last known of “Law on Communications”: amended in September 2022',
    )
    expect(sentences({ bases: [{ ...act, events: act.events.slice(0, 1) }] })[0]).toBe(
      'Event removed from “Law on Communications”: amended in 2016',
    )
  })
  test('the same event twice is two events', () => {
    const twice = { ...act, events: [...act.events, { kind: 'amended', date: '2016' } as const] }
    expect(sentences({ bases: [twice] })[0]).toBe('Event added to “Law on Communications”: amended in 2016')
  })
  test('bases added, removed, renamed, retyped and moved', () => {
    const gpa: Basis = { id: 'b', kind: 'absence', title: 'GPA', absence: 'not a party' }
    const figure: Basis = { id: 'c', kind: 'figure', title: 'Tariff', value: '3', unit: '%', year: '2022' }
    expect(sentences({ bases: [act, gpa] })).toEqual(['Absence added: “GPA”'])
    expect(sentences({ bases: [gpa] })).toEqual(['Act removed: “Law on Communications”', 'Absence added: “GPA”'])
    expect(sentences({ bases: [gpa, act] }, { bases: [act, gpa] })).toEqual(['The order of the bases changed'])
    expect(sentences({ bases: [{ ...act, title: 'Law on Post', url: 'https://example.org' }] })).toEqual([
      'Title changed: Law on Communications → Law on Post',
      'Address of “Law on Post” changed:  → https://example.org',
    ])
    expect(sentences({ bases: [{ ...gpa, absence: 'reports only' }] }, { bases: [gpa] })).toEqual([
      'Type of absence of “GPA” changed: not a party → reports only',
    ])
    expect(sentences({ bases: [{ ...figure, value: '3.5' }] }, { bases: [figure] })).toEqual([
      'Figure of “Tariff” changed: 3 % 2022 → 3.5 % 2022',
    ])
    expect(sentences({ bases: [{ id: 'a', kind: 'practice', title: 'Law on Communications', events: act.events }] })).toEqual([
      'Kind of “Law on Communications” changed: Act → Practice',
    ])
    expect(sentences({ bases: [{ ...gpa, title: ' ' }] }, { bases: [] })).toEqual(['Absence added: an untitled absence'])
  })
  test('sources', () => {
    const source = { id: 's', title: 'Adilet', url: 'https://adilet.zan.kz' }
    expect(sentences({ sources: [source] })).toEqual(['Source added: Adilet, https://adilet.zan.kz'])
    expect(sentences({}, { sources: [source] })).toEqual(['Source removed: Adilet, https://adilet.zan.kz'])
    expect(sentences({ sources: [{ ...source, url: '' }] }, { sources: [source] })).toEqual([
      'Source changed: Adilet, https://adilet.zan.kz → Adilet',
    ])
  })
})

describe('prose', () => {
  test('word by word, in the order of the newer text', () => {
    expect(compareProse('Operators keep a register of all their services.', 'Operators keep a list of all their services.')).toEqual([
      { kind: 'same', text: 'Operators keep a ' },
      { kind: 'removed', text: 'register' },
      { kind: 'added', text: 'list' },
      { kind: 'same', text: ' of all their services.' },
    ])
    expect(compareProse('', '')).toEqual([])
    expect(compareProse('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }])
  })
  test('X1 markup is text: it comes out as it went in', () => {
    const html = '<img src=x onerror="alert(1)"> &amp; </del><script>alert(2)</script>'
    const runs = compareProse('Text.', `Text. ${html}`)
    expect(runs.map(({ text }) => text).join('')).toBe(`Text. ${html}`)
  })
  test('the kept and removed runs are the older text, the kept and added the newer, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'law', 'Law', ' ', '\n\n', '.', '<b>', 'ё', '🏛'), { maxLength: 40 })
      .map((list) => list.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = compareProse(before, after)
        const side = (other: string) => runs.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('')
        expect([side('added'), side('removed')]).toEqual([before, after])
      }),
    )
  })
  test('two long texts with nothing in common are told whole, within seconds and not minutes', { timeout: 30_000 }, () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
    expect(compareProse(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

test('a comparison says nothing exactly when nothing that readers see differs, either way round', () => {
  const bases = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((ids) => ids.map((id) => ({ ...act, id })))
  const contents = fc
    .record({ bases, coverage: fc.constantFrom('', 'x'), description: fc.constantFrom('', 'y'), subPillar: fc.constantFrom('', '8.3') })
    .map((part) => ({ ...emptyContent, ...part }))
  fc.assert(
    fc.property(contents, contents, (one, other) => {
      const equal = JSON.stringify(one) === JSON.stringify(other)
      expect([compareContents(one, other, named).same, compareContents(other, one, named).same]).toEqual([equal, equal])
    }),
  )
})
