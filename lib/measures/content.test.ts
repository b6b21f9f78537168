// What a content can be, and what can never get into one: half of a text, a state, an address that runs.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content, emptyContent, readContent } from './content.ts'

const act = { id: 'a', kind: 'act', title: 'Law', url: '', events: [{ kind: 'since', date: '2004' }] } as const
const whole = { ...emptyContent, subPillar: '8.4', bases: [act], description: 'Text.', coverage: 'Horizontal' }
const takes = (change: object) => content.safeParse({ ...whole, ...change }).success

describe('D8 a part of a content is refused, so that it never overwrites the whole', () => {
  test.each(Object.keys(emptyContent))('without %s', (field) => {
    const { [field as keyof typeof whole]: _, ...rest } = whole
    expect(content.safeParse(rest).success).toBe(false)
  })
  test.each([null, undefined, [], 'text', 4, {}])('%o', (input) => expect(content.safeParse(input).success).toBe(false))
})

test('L4 a state, a ref or an author in the payload is dropped', () => {
  const parsed = content.parse({ ...whole, state: 'published', ref: 'KZ-0001', authorId: 1, approvedBy: 'me', isCurrent: true })
  expect(Object.keys(parsed).sort()).toEqual(Object.keys(emptyContent).sort())
})

describe('X2 addresses', () => {
  const hostile = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org/law.pdf',
    'mailto:someone@example.org',
    '//example.org/law',
    '/desk',
    'example.org',
    'http:desk',
    'https:/desk',
    'https://',
    'https://who:secret@example.org/',
    'https://who@example.org/',
    'https://exa\nmple.org/',
    'https://example.org/\tlaw',
    `https://example.org/${'a'.repeat(2000)}`,
  ]
  test.each(hostile)('%o is refused for an act and for a source', (url) => {
    expect(takes({ bases: [{ ...act, url }] }), 'act').toBe(false)
    expect(takes({ sources: [{ id: 's', title: 'T', url }] }), 'source').toBe(false)
  })
  test.each(['https://adilet.zan.kz/rus/docs/Z040000567_', 'http://example.org', 'https://пример.рф/закон?x=1#y', ''])(
    '%o is taken',
    (url) => {
      expect(takes({ bases: [{ ...act, url }], sources: [{ id: 's', title: 'T', url }] })).toBe(true)
    },
  )
  test('whatever is taken is http or https', () => {
    const scheme = fc.constantFrom('http', 'https', 'javascript', 'data', 'HTTPS', 'htt\tps', '')
    fc.assert(
      fc.property(scheme, fc.constantFrom(':', '://', ':/', '//'), fc.string({ unit: 'binary' }), (name, mark, rest) => {
        const parsed = content.safeParse({ ...whole, sources: [{ id: 's', title: '', url: `${name}${mark}${rest}` }] })
        const url = parsed.data?.sources[0]?.url ?? ''
        if (url !== '') expect(url).toMatch(/^https?:\/\/[^\s]/i)
      }),
    )
  })
})

describe('what PostgreSQL cannot keep is said as an issue of the field, and not as a failure', () => {
  test.each([
    ['description', { description: 'a\0b' }],
    ['description', { description: 'a\ud800b' }],
    ['coverage', { coverage: 'a\0b' }],
    ['changeNote', { changeNote: 'a\0b' }],
    ['bases.0.title', { bases: [{ ...act, title: 'a\0b' }] }],
    ['bases.0.id', { bases: [{ ...act, id: 'a\0b' }] }],
    ['sources.0.title', { sources: [{ id: 's', title: '\udfffb', url: '' }] }],
  ])('%s: %o', (path, change) => {
    const { error } = content.safeParse({ ...whole, ...change })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
  test('an emoji, Cyrillic, Arabic and a line end are text', () => {
    expect(takes({ description: 'Закон 🏛 قانون\r\n\tx' })).toBe(true)
  })
})

test.each(['0000', '12', '20222', '2022-01', 'x'])('%o is not the year of a figure', (year) => {
  expect(takes({ bases: [{ id: 'f', kind: 'figure', title: 'T', value: '1', unit: '%', year }] })).toBe(false)
})

describe('D5 old revisions', () => {
  test('of schema version 1 are read for ever: this one was stored in 2022', () => {
    const stored = {
      bases: [
        {
          id: 'a',
          kind: 'act',
          title: 'Law',
          events: [
            { date: '2004-07', kind: 'since' },
            { date: '2022-09', kind: 'amended', latest: true },
          ],
        },
        { id: 'b', kind: 'absence', title: 'None', absence: 'no such framework' },
        { id: 'c', kind: 'figure', title: 'Tariff', unit: '%', year: '2022', value: '3.45' },
        { id: 'd', kind: 'practice', title: 'Shutdowns', events: [{ date: '2019', kind: 'reported' }] },
      ],
      sources: [{ id: 's', url: 'https://adilet.zan.kz', title: '' }],
      coverage: 'Horizontal',
      subPillar: '8.3',
      changeKind: null,
      changeNote: '',
      description: 'x',
      schemaVersion: 1,
    }
    expect(readContent(stored)).toMatchObject({ subPillar: '8.3', bases: [{ url: '', events: [{}, { latest: true }] }, {}, {}, {}] })
  })
  test('of a schema version that does not exist are refused, not guessed', () => {
    for (const schemaVersion of [0, 2, '1', null]) expect(() => readContent({ ...whole, schemaVersion })).toThrow()
  })
})

test('D5 a revision as schema version 1 first stored it is read for ever, with what came since left empty', () => {
  const { url: _, ...bare } = act
  const stored = JSON.parse(
    JSON.stringify({ ...whole, bases: [{ ...bare, kind: 'act' }], sources: [{ id: 's', title: 'Gazette', url: '' }] }),
  )
  expect(readContent(stored)).toEqual({ ...whole, bases: [act], sources: [{ id: 's', title: 'Gazette', url: '' }] })
  expect(() => readContent({ ...stored, schemaVersion: 2 })).toThrow()
})
