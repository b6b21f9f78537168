// Record time: what this database said at the end of a day, and what is left of what was superseded or withdrawn.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { measureFilter } from './filters.ts'

let stage: Attacks
let queries: typeof import('./queries.ts')
let ref: string
let wrong: string

beforeAll(async () => {
  stage = await underAttack()
  queries = await import('./queries.ts')
  const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
  const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
  const { amendment, at, contentWith, draft, published } = stage.build
  const begun = (coverage: string, moment: string) =>
    draft(stage.editor, 'KZ', contentWith({ coverage }), at(moment)).then((on) => published(stage.cast, on, at(moment)))
  ;({ ref } = await begun('First', '2022-03-14T00:00:00.000Z'))
  const amended = contentWith({ coverage: 'Second', changeKind: 'correction', changeNote: 'It said too little.' })
  await published(stage.cast, await amendment(stage.editor, ref, amended), at('2022-03-20T23:59:59.999Z'))
  const withdrawn = await begun('Wrong', '2022-03-15T12:00:00.000Z')
  wrong = withdrawn.ref
  await requestWithdrawal(stage.editor, { ...withdrawn, reason: 'Entered twice.' }, at('2022-03-16T08:00:00Z'))
  await decideWithdrawal(stage.reviewer, { ...withdrawn, confirm: true }, at('2022-03-17T00:00:00.000Z'))
})
afterAll(() => stage?.close())

const coverages = async (asOf?: string, more: object = {}) =>
  (await queries.findMeasures(measureFilter.parse({ ...(asOf ? { asOf } : {}), ...more }))).items.map(({ coverage }) => coverage)

test.each([
  ['1900-01-01', []],
  ['2022-03-13', []],
  ['2022-03-14', ['First']],
  ['2022-03-15', ['First', 'Wrong']],
  ['2022-03-16', ['First', 'Wrong']],
  ['2022-03-17', ['First']],
  ['2022-03-19', ['First']],
  ['2022-03-20', ['Second']],
  ['2022-03-21', ['Second']],
  ['9999-12-31', ['Second']],
])('as of %s', async (day, expected) => expect(await coverages(day)).toEqual(expected))

test('as of a day, words are searched in what was said on that day', async () => {
  expect(await coverages('2022-03-16', { q: 'wrong' })).toEqual(['Wrong'])
  expect(await coverages('2022-03-16', { q: 'second' })).toEqual([])
  expect(await coverages(undefined, { q: 'first' })).toEqual([])
})

describe('L11 what was withdrawn', () => {
  test('is gone from lists, search and counts', async () => {
    expect(await coverages()).toEqual(['Second'])
    for (const q of ['wrong', wrong]) expect(await coverages(undefined, { q })).toEqual([])
    const count = ({ items }: { items: { measures: number }[] }) => items.reduce((sum, { measures }) => sum + measures, 0)
    expect([count(await queries.listEconomies()), count(await queries.listPillars())]).toEqual([1, 1])
  })
  test('keeps its address, which says when and why', async () => {
    const reason = { at: '2022-03-17T00:00:00.000Z', reason: 'Entered twice.' }
    expect(await queries.getMeasure(wrong)).toMatchObject({
      ref: wrong,
      withdrawn: reason,
      version: { state: 'withdrawn', publishedUntil: reason.at },
    })
    expect(await queries.getVersion(wrong, 1)).toMatchObject({ withdrawn: reason })
    expect(await queries.listVersions(wrong)).toMatchObject({ items: [{ number: 1, state: 'withdrawn', publishedUntil: reason.at }] })
  })
})

describe('what was superseded', () => {
  test('keeps its address and its text', async () => {
    expect(await queries.getVersion(ref, 1)).toMatchObject({
      coverage: 'First',
      version: { number: 1, state: 'superseded', publishedAt: '2022-03-14T00:00:00.000Z', publishedUntil: '2022-03-20T23:59:59.999Z' },
    })
    expect(await queries.getMeasure(ref)).toMatchObject({
      coverage: 'Second',
      version: { number: 2, state: 'published', publishedUntil: null },
    })
  })
  test('is listed, the newest first, with why it changed', async () => {
    expect((await queries.listVersions(ref))?.items).toMatchObject([
      { number: 2, state: 'published', changeKind: 'correction', changeNote: 'It said too little.' },
      { number: 1, state: 'superseded', changeKind: null, changeNote: '' },
    ])
  })
  test('is compared either way', async () => {
    expect((await queries.compareVersions(ref, 1, 2))?.changes).toMatchObject([
      { sentence: 'Coverage changed', before: 'First', after: 'Second' },
    ])
    expect((await queries.compareVersions(ref, 2, 1))?.changes).toMatchObject([{ before: 'Second', after: 'First' }])
    expect((await queries.compareVersions(ref, 1, 1))?.same).toBe(true)
  })
})

test('a version that is open is not there: not by number, not in a list, not in a comparison', async () => {
  const on = await stage.build.amendment(stage.editor, ref, stage.build.contentWith({ coverage: 'Canary' }))
  expect(on.version).toBe(3)
  expect(await queries.getVersion(ref, 3)).toBeNull()
  expect(await queries.compareVersions(ref, 2, 3)).toBeNull()
  expect((await queries.listVersions(ref))?.items).toHaveLength(2)
  expect(await coverages(undefined, { q: 'canary' })).toEqual([])
})
