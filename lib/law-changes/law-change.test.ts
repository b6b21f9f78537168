// What a law change is called, what its form takes, and the rewriting that it asks of a measure.
import { describe, expect, test } from 'vitest'
import type { Content } from '#lib/measures/content.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { dueAfter, stateOfImpact, whyNotAnswer, whyNotCheck } from './impact.ts'
import { addressOf, impactFilterOf, pageOf } from './impact-filter.ts'
import { lawChangeInput, lawChangeKinds, nameOfChange, reviewSentence } from './law-change.ts'
import { rewritten } from './rewriting.ts'

const input = { actRef: 'ACT-0001', kind: 'amended', date: 'Sept 2025', sourceTitle: 'Gazette', note: 'Said.' }
const issues = (given: object) => lawChangeInput.safeParse({ ...input, ...given }).error?.issues.map(({ message }) => message) ?? []

describe('the form', () => {
  test('reads the date as people type dates, and never guesses one', () => {
    expect(lawChangeInput.parse(input).date).toBe('2025-09')
    expect(issues({ date: '03/04/2025' })).toEqual([expect.stringMatching(/^Write the date as/)])
  })
  test('needs a source, a note and an act, and takes no address that a browser would run', () => {
    expect(issues({ sourceTitle: ' ' })).toEqual(['Name the source: its title, its address, or both.'])
    expect(issues({ note: ' ' })).toEqual(['Say what changed, in a sentence or two for the public.'])
    expect(issues({ actRef: '' })).toEqual(['Choose the act.'])
    expect(issues({ sourceUrl: 'javascript:alert(1)' })).toEqual([expect.stringMatching(/^Not a web address/)])
  })
  test('knows what happens to acts only', () => {
    expect(lawChangeKinds).not.toContain('reported')
    expect(issues({ kind: 'occurred' })).toEqual(['Choose what happened to the act.'])
  })
})

test.each([
  ['amended', '2025-09', 'Amendment of September 2025'],
  ['entry into force', '2027', 'Entry into force of 2027'],
  ['repealed', '2025-03-04', 'Repeal of 4 March 2025'],
])('%s %s is called %s', (kind, date, name) => expect(nameOfChange({ kind, date })).toBe(name))

test('readers are told which act changed and when', () => {
  expect(reviewSentence({ actTitle: 'Law on Communications', date: '2025-09' })).toBe(
    'A change of Law on Communications of September 2025 is being reviewed.',
  )
})

describe('the rewriting', () => {
  const events = [
    { kind: 'since' as const, date: '2004-07' },
    { kind: 'amended' as const, date: '2022-09', latest: true as const },
  ]
  const content = {
    bases: [
      { id: 'a', kind: 'act', title: 'One', url: '', actRef: 'ACT-0001', events },
      { id: 'b', kind: 'act', title: 'Another', url: '', actRef: 'ACT-0002', events },
      { id: 'c', kind: 'act', title: 'Not in the register', url: '', events },
      { id: 'd', kind: 'practice', title: 'A practice', events: [{ kind: 'reported', date: '2019' }] },
    ],
    changeKind: null,
    changeNote: '',
  } as unknown as Content
  const asks = { actRefs: ['ACT-0001', 'ACT-0009'], kind: 'amended', date: '2025', note: 'Amended.' }

  test('touches the bases that cite the act, and no other', () => {
    const { bases } = rewritten(content, asks)
    const first = bases[0]
    expect(first && 'events' in first && renderStatement(first.events)).toBe(
      'Since July 2004, as amended in September 2022, last amended in 2025',
    )
    expect(bases.slice(1)).toEqual(content.bases.slice(1))
  })
  test('says why, once, and keeps what the note said before', () => {
    const once = rewritten({ ...content, changeNote: 'Mended.' }, asks)
    expect(once).toMatchObject({ changeKind: 'amendment', changeNote: 'Mended.\n\nAmended.' })
    expect(rewritten(once, asks)).toEqual(once)
  })
})

describe('an impact', () => {
  const answer = { outcome: 'not_affected', versionState: null, answeredById: 1, check: null } as const
  test.each([
    [null, null, 'open'],
    [null, answer, 'to check'],
    [null, { ...answer, check: { accepted: false } }, 'open'],
    [null, { ...answer, outcome: 'updated', versionState: 'draft' }, 'being updated'],
    [null, { ...answer, outcome: 'updated', versionState: 'approved' }, 'being updated'],
    [null, { ...answer, outcome: 'updated', versionState: 'discarded' }, 'open'],
    ['updated', { ...answer, outcome: 'updated', versionState: 'published' }, 'updated'],
    ['not_affected', { ...answer, check: { accepted: true } }, 'not affected'],
  ] as const)('settled as %o with the answer %o is %s', (outcome, given, state) => expect(stateOfImpact(outcome, given)).toBe(state))

  test('is due thirty days after the confirmation', () => {
    expect(dueAfter(new Date('2026-01-10T09:00:00Z')).toISOString()).toBe('2026-02-09T09:00:00.000Z')
  })
  test('is answered by whoever writes on the economy, and checked by a reviewer who did not answer', () => {
    const person = (role: 'editor' | 'reviewer', id: number) => ({ id, role, economies: ['KZ'] })
    const impact = { economy: 'KZ', state: 'open' as const }
    expect(whyNotAnswer(person('editor', 1), impact)).toBeNull()
    expect(whyNotAnswer(person('editor', 1), { ...impact, economy: 'DE' })).toMatch(/DE is not one of them/)
    const said = { economy: 'KZ', state: 'to check' as const, answeredById: 1 }
    expect(whyNotCheck(person('reviewer', 1), true, said)).toMatch(/somebody else has to check/)
    expect(whyNotCheck(person('reviewer', 1), false, said)).toBeNull()
    expect(whyNotCheck(person('editor', 2), true, said)).toMatch(/Only a reviewer/)
    expect(whyNotCheck(person('reviewer', 2), true, said)).toBeNull()
  })
})

test('the question of a worklist stands in its address; what is not understood is not asked', () => {
  const { filter, asked } = impactFilterOf({ show: 'settled', economy: 'KZ', person: '3', age: '30', page: '2' })
  expect(filter).toEqual({ show: 'settled', economy: 'KZ', personId: 3, olderThan: 30, page: 2 })
  expect(addressOf('/desk/law-changes/impacts', asked, 2)).toBe('/desk/law-changes/impacts?show=settled&economy=KZ&person=3&age=30&page=2')
  expect(impactFilterOf({ show: 'x', economy: 'kz', person: '-1', age: ['7'], page: '0' }).filter).toEqual({ page: 1 })
  expect([pageOf({ page: '99999999' }), pageOf({})]).toEqual([1, 1])
  expect(addressOf('/changes', { kind: '' })).toBe('/changes')
})
