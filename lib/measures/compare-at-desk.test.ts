// The desk compares the reasons for chosen events as well; the world, which may not read them, is not told that they differ.
import { expect, test } from 'vitest'
import { compareContents } from './compare.ts'
import { compareAtDesk } from './compare-at-desk.ts'
import { type Basis, type Content, emptyContent } from './content.ts'

const citing = (selection?: string): Content => {
  const basis: Basis = {
    id: 'a',
    kind: 'act',
    title: 'Law on Post',
    url: '',
    actRef: 'ACT-0001',
    events: [{ kind: 'since', date: '2004' }],
  }
  return { ...emptyContent, bases: [selection ? { ...basis, selection } : basis] }
}
const told = (before: Content, after: Content) =>
  compareAtDesk(before, after, () => '').changes.map(({ sentence, before, after }) => [sentence, before, after])

test('a reason that is given, changed or taken away is told at the desk', () => {
  const why = 'Why “Law on Post” tells only some of the events of its act'
  expect(told(citing(), citing('Rates only'))).toEqual([[`${why}: Rates only`, undefined, undefined]])
  expect(told(citing('Rates only'), citing('Parcels'))).toEqual([[why, 'Rates only', 'Parcels']])
  expect(told(citing('Rates only'), citing())).toEqual([[why, 'Rates only', '']])
  expect(told(emptyContent, citing('Rates only')).at(-1)).toEqual([`${why}: Rates only`, undefined, undefined])
  expect(compareAtDesk(citing('Rates only'), citing('Parcels'), () => '').same).toBe(false)
})

test('L8 a reason is not told to the world', () => {
  const compared = [
    compareContents(citing('Rates only'), citing('Parcels'), () => ''),
    compareContents(emptyContent, citing('Parcels'), () => ''),
  ]
  expect(JSON.stringify(compared)).not.toMatch(/Rates|Parcels|only some/)
  expect(compared[0]?.same).toBe(true)
})
