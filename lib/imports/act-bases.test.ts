// What the register has like the bases of a page, and what a basis becomes when it cites one of them.
import { expect, test } from 'vitest'
import { emptyContent } from '#lib/measures/content.ts'
import { type ActBasis, citing, eventsUnknown, proposer, type RegisterAct, saidOtherwise } from './act-bases.ts'

const plain = { sourceTitle: '', sourceUrl: '' }
const act = (ref: string, title: string, more: Partial<RegisterAct> = {}): RegisterAct => ({
  ...{ ref, title, originalTitle: '', number: '', economy: 'KZ', union: '', url: '', events: [] },
  ...more,
})
const post = act('ACT-0001', 'Law on Post', {
  url: 'https://example.org/post',
  events: [
    { kind: 'adopted', date: '2004-07', ...plain, sourceTitle: 'Gazette' },
    { kind: 'amended', date: '2016', ...plain },
  ],
})
const treaty = act('ACT-0002', 'Treaty on Post', { economy: '', union: 'EEU' })
const basis = (title: string, events: ActBasis['events'] = []): ActBasis => ({ id: 'a', kind: 'act', title, url: '', events })
const propose = proposer([post, treaty], (economy) => (economy === 'KZ' ? ['EEU'] : []))

test('each act basis has what the register has like it, of the economy and of its unions', () => {
  const content = { ...emptyContent, bases: [{ id: 'n', kind: 'absence', title: 'None', absence: null } as const, basis('Law on Post')] }
  expect(propose('KZ', content)).toEqual([
    { position: 1, certain: true, proposals: [expect.objectContaining({ ref: 'ACT-0001' }), expect.objectContaining({ ref: 'ACT-0002' })] },
  ])
  const both = { ...emptyContent, bases: [basis('Law on Post'), basis('Treaty on Post')] }
  expect(propose('FR', both)).toEqual([
    { position: 0, certain: false, proposals: [] },
    { position: 1, certain: false, proposals: [] },
  ])
})

test('a linked basis tells the act as the register has it, without the sources of its events', () => {
  const read = basis('the law on post', [{ kind: 'since', date: '2004-07' }])
  expect(citing(read, post)).toEqual({
    ...{ id: 'a', kind: 'act', title: 'Law on Post', url: 'https://example.org/post', actRef: 'ACT-0001' },
    events: [
      { kind: 'adopted', date: '2004-07' },
      { kind: 'amended', date: '2016' },
    ],
  })
  expect(saidOtherwise(read, post)).toBe('Since July 2004, as amended in 2016')
  expect(saidOtherwise(basis('x', post.events), post)).toBeNull()
})

test('nothing that was read is dropped: dates that the register does not know stay', () => {
  const read = basis('Law on Post', [
    { kind: 'since', date: '2004-07' },
    { kind: 'amended', date: '2022', latest: true },
  ])
  expect(eventsUnknown(read, post)).toBe(true)
  expect(citing(read, post)).toMatchObject({ actRef: 'ACT-0001', events: read.events })
})
