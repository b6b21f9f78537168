// The merge, by example and by property: nothing that either typed is dropped, and who merges makes no difference.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ContentInput, emptyContent } from './content.ts'
import { fingerprint } from './fingerprint.ts'
import { mergeContents } from './merge.ts'

const practice = (id: string, title: string) => ({ id, kind: 'practice' as const, title, events: [] })
const base: ContentInput = {
  ...emptyContent,
  subPillar: '8.4',
  bases: [practice('a', 'First'), practice('b', 'Second'), practice('c', 'Third')],
  description: 'One.\n\nTwo.\n\nThree.',
  coverage: 'Horizontal',
  sources: [{ id: 's', title: 'Gazette', url: '' }],
}
const keys = (mine: Partial<ContentInput>, theirs: Partial<ContentInput>) => {
  const { content, conflicts } = mergeContents(base, { ...base, ...mine }, { ...base, ...theirs })
  return { content, keys: conflicts.map(({ key }) => key), conflicts }
}

test('changes of different fields, rows and paragraphs are both kept', () => {
  const { content, keys: found } = keys(
    { coverage: 'Banks', description: 'One, mine.\n\nTwo.\n\nThree.', bases: [practice('a', 'First, mine'), ...base.bases.slice(1)] },
    {
      changeNote: 'Note',
      description: 'One.\n\nTwo, theirs.\n\nThree.\n\nFour.',
      bases: [practice('a', 'First'), practice('b', 'Second, theirs'), practice('c', 'Third')],
    },
  )
  expect(found).toEqual([])
  expect(content).toMatchObject({ coverage: 'Banks', changeNote: 'Note', description: 'One, mine.\n\nTwo, theirs.\n\nThree.\n\nFour.' })
  expect(content.bases.map(({ title }) => title)).toEqual(['First, mine', 'Second, theirs', 'Third'])
})

test('one edits the last paragraph, the other appends one: no conflict', () => {
  expect(keys({ description: 'One.\n\nTwo.\n\nThree, mine.' }, { description: `${base.description}\n\nFour.` }).content.description).toBe(
    'One.\n\nTwo.\n\nThree, mine.\n\nFour.',
  )
})

test('one field changed by both is a conflict with all three texts; a choice settles it', () => {
  const mine = { ...base, coverage: 'Banks' }
  const theirs = { ...base, coverage: 'Insurers' }
  const { conflicts } = mergeContents(base, mine, theirs)
  expect(conflicts).toEqual([
    { key: 'coverage', field: 'coverage', base: 'Horizontal', mine: 'Banks', theirs: 'Insurers', combinable: true },
  ])
  const settled = (choice: 'mine' | 'theirs' | { text: string }) => mergeContents(base, mine, theirs, { coverage: choice }).content.coverage
  expect([settled('mine'), settled('theirs'), settled({ text: 'Banks and insurers' })]).toEqual(['Banks', 'Insurers', 'Banks and insurers'])
})

test('one paragraph changed by both is a conflict of that paragraph alone', () => {
  const mine = { ...base, description: 'One, mine.\n\nTwo, mine.\n\nThree.' }
  const theirs = { ...base, description: 'One.\n\nTwo, theirs.\n\nThree, theirs.' }
  const { conflicts } = mergeContents(base, mine, theirs)
  expect(conflicts).toMatchObject([{ key: 'description/0', base: 'Two.', mine: 'Two, mine.', theirs: 'Two, theirs.', combinable: true }])
  expect(mergeContents(base, mine, theirs, { 'description/0': { text: 'Two, both.' } }).content.description).toBe(
    'One, mine.\n\nTwo, both.\n\nThree, theirs.',
  )
})

test('rows: both add, one removes, one moves', () => {
  const [a, b, c] = base.bases as [(typeof base.bases)[0], (typeof base.bases)[0], (typeof base.bases)[0]]
  const ids = (mine: ContentInput['bases'], theirs: ContentInput['bases']) =>
    keys({ bases: mine }, { bases: theirs })
      .content.bases.map(({ id }) => id)
      .join('')
  expect(ids([a, practice('x', 'X'), b, c], [a, b, c, practice('y', 'Y')])).toBe('axbcy')
  expect(ids([a, b, c, practice('x', 'X')], [a, b, c, practice('y', 'Y')])).toBe('abcxy')
  expect(ids([a, c], [a, b, c, practice('y', 'Y')])).toBe('acy')
  expect(ids([c, a, b], [a, practice('y', 'Y'), b, c])).toBe('cayb')
  expect(keys({ bases: [c, b, a] }, { bases: [b, a, c] }).keys).toEqual(['bases/order'])
})

test('a row that one removed and the other rewrote is a conflict', () => {
  const { conflicts, content } = keys({ sources: [] }, { sources: [{ id: 's', title: 'Gazette of 2025', url: '' }] })
  expect(conflicts).toMatchObject([{ key: 'sources/s', mine: undefined, theirs: { title: 'Gazette of 2025' }, combinable: false }])
  expect(content.sources).toEqual([])
})

test('a row of another kind is one conflict, not one per field', () => {
  const absence = { id: 'a', kind: 'absence' as const, title: 'First', absence: null }
  expect(keys({ bases: [absence, ...base.bases.slice(1)] }, { bases: [practice('a', 'Theirs'), ...base.bases.slice(1)] }).keys).toEqual([
    'bases/a',
  ])
})

// Contents that are made from the base by edits, as people make them.
const word = fc.stringMatching(/^[a-z]{3,8}$/)
const rowsOf = (rows: ContentInput['bases']) =>
  fc
    .record({
      order: fc.shuffledSubarray(rows, { minLength: 0 }),
      titles: fc.array(fc.option(word), { minLength: 6, maxLength: 6 }),
      added: fc.array(fc.tuple(fc.uuid(), word), { maxLength: 2 }),
      at: fc.nat(3),
    })
    .map(({ order, titles, added, at }) => {
      const kept = order.map((row, index) => ({ ...row, title: titles[index] ?? row.title }))
      kept.splice(at, 0, ...added.map(([id, title]) => practice(id, title)))
      return kept
    })
const description = fc
  .array(fc.oneof(fc.constantFrom('One.', 'Two.', 'Three.'), word), { maxLength: 6 })
  .map((paragraphs) => paragraphs.join('\n\n'))
const edited: fc.Arbitrary<ContentInput> = fc
  .record({
    subPillar: fc.constantFrom('8.4', '8.3', '1.1'),
    bases: fc.oneof(fc.constant(base.bases), rowsOf(base.bases)),
    description: fc.oneof(fc.constant(base.description), description),
    coverage: fc.oneof(fc.constant(base.coverage), word),
    changeKind: fc.constantFrom(null, 'amendment' as const, 'editorial' as const),
    changeNote: fc.oneof(fc.constant(''), word),
  })
  .map((changes) => ({ ...base, ...changes }))

test('merging with the base, or with the same text, is the text', () =>
  fc.assert(
    fc.property(edited, (a) => {
      for (const [mine, theirs] of [
        [a, base],
        [base, a],
        [a, a],
      ] as const) {
        const { content, conflicts } = mergeContents(base, mine, theirs)
        expect(conflicts).toEqual([])
        expect(fingerprint(content)).toBe(fingerprint(a))
      }
    }),
  ))

test('without conflicts it does not matter who merges', () =>
  fc.assert(
    fc.property(edited, edited, (a, b) => {
      const [one, other] = [mergeContents(base, a, b), mergeContents(base, b, a)]
      expect(other.conflicts.map(({ key }) => key).sort()).toEqual(one.conflicts.map(({ key }) => key).sort())
      fc.pre(one.conflicts.length === 0)
      expect(fingerprint(other.content)).toBe(fingerprint(one.content))
    }),
  ))

test('nothing that either typed is dropped: it is in the merged text or in a conflict', () =>
  fc.assert(
    fc.property(edited, edited, (a, b) => {
      const { content, conflicts } = mergeContents(base, a, b)
      const known = base.bases.map(({ title }) => title)
      const somewhere = JSON.stringify([content, conflicts])
      for (const text of [a, b]) {
        for (const { title } of text.bases) if (!known.includes(title)) expect(somewhere).toContain(title)
        for (const paragraph of text.description.split('\n\n'))
          if (!base.description.includes(paragraph)) expect(somewhere).toContain(paragraph)
        for (const field of ['subPillar', 'coverage', 'changeKind', 'changeNote'] as const)
          if (text[field] !== base[field]) expect(somewhere).toContain(JSON.stringify(text[field]))
      }
    }),
  ))
