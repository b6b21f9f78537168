// What is missing before review, field by field.
import { describe, expect, test } from 'vitest'
import { type Content, content, emptyContent } from './content.ts'
import { doubtsForReview, requirementsForReview } from './requirements.ts'

const complete: Content = {
  ...emptyContent,
  subPillar: '8.3',
  bases: [{ id: 'a', kind: 'act', title: 'Law on Communications', url: '', events: [{ kind: 'since', date: '2004-07' }] }],
  description: 'Users must identify themselves.',
  coverage: 'Horizontal',
}

const pathsOf = (change: Partial<Content>, versionNumber = 1) =>
  requirementsForReview(content.parse({ ...complete, ...change }), { versionNumber }).map((issue) => issue.path)

describe('a first version', () => {
  test('lacks nothing when it is complete, without sources or a change note', () => {
    expect(pathsOf({})).toEqual([])
  })

  test('of which nothing is known lacks everything, in reading order', () => {
    expect(requirementsForReview(emptyContent, { versionNumber: 1 }).map((issue) => issue.path)).toEqual([
      'subPillar',
      'bases',
      'description',
      'coverage',
    ])
  })

  test('does not take blanks for text', () => {
    expect(pathsOf({ description: ' \n ', coverage: ' ' })).toEqual(['description', 'coverage'])
  })
})

describe('a basis', () => {
  test('needs a title, whatever its kind', () => {
    expect(
      pathsOf({
        bases: [
          { id: 'a', kind: 'act', title: '', url: '', events: [{ kind: 'since', date: '2004' }] },
          { id: 'b', kind: 'practice', title: ' ', events: [{ kind: 'reported', date: '2019' }] },
          { id: 'c', kind: 'absence', title: '', absence: 'not a party' },
          { id: 'd', kind: 'figure', title: '', value: '3.45', unit: '%', year: '2022' },
        ],
      }),
    ).toEqual(['bases.0.title', 'bases.1.title', 'bases.2.title', 'bases.3.title'])
  })

  test('needs an event when it is an act or a practice', () => {
    expect(
      pathsOf({
        bases: [
          { id: 'a', kind: 'act', title: 'Law', url: '', events: [] },
          { id: 'b', kind: 'practice', title: 'Shutdowns', events: [] },
        ],
      }),
    ).toEqual(['bases.0.events', 'bases.1.events'])
  })

  test('whose events disagree raises a doubt that points to one of them, and hinders nobody', () => {
    const events = [
      { kind: 'since', date: '2010' },
      { kind: 'amended', date: '2004' },
    ] as const
    const doubtful: Content = { ...complete, bases: [{ id: 'a', kind: 'act', title: 'Law', url: '', events: [...events] }] }
    expect(requirementsForReview(doubtful, { versionNumber: 1 })).toEqual([])
    expect(doubtsForReview(doubtful)[0]?.path).toMatch(/^bases\.0\.events\.[01]\.date$/)
  })

  test('needs the type of an absence', () => {
    expect(pathsOf({ bases: [{ id: 'a', kind: 'absence', title: 'GPA', absence: null }] })).toEqual(['bases.0.absence'])
  })

  test('needs value, unit and year of a figure', () => {
    expect(pathsOf({ bases: [{ id: 'a', kind: 'figure', title: 'Tariff', value: '', unit: '', year: '' }] })).toEqual([
      'bases.0.value',
      'bases.0.unit',
      'bases.0.year',
    ])
  })
})

test('a listed source needs a title or an address', () => {
  expect(
    pathsOf({
      sources: [
        { id: 'a', title: '', url: '' },
        { id: 'b', title: 'Adilet', url: '' },
        { id: 'c', title: '', url: 'https://adilet.zan.kz' },
      ],
    }),
  ).toEqual(['sources.0.title'])
})

describe('from version 2 on', () => {
  test('the change needs a kind and a note', () => {
    expect(pathsOf({}, 2)).toEqual(['changeKind', 'changeNote'])
    expect(pathsOf({ changeKind: 'amendment', changeNote: 'Amended in 2025.' }, 2)).toEqual([])
  })
})

test('every message is a sentence', () => {
  for (const { message } of requirementsForReview(
    { ...emptyContent, bases: [{ id: 'a', kind: 'act', title: '', url: '', events: [] }] },
    { versionNumber: 2 },
  )) {
    expect(message).toMatch(/^[A-Z].*\.$/)
  }
})
