// The list that the world asks for: each filter, law time, words (also hostile ones) and pages, through the public role.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#lib/measures/content.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { filterOf } from './filters.ts'

let stage: Attacks
let queries: typeof import('./queries.ts')
const refs: Record<string, string> = {}

const find = async (query: string) => queries.findMeasures(filterOf(new URLSearchParams(query)).filter)
/** The names that this file gives to the measures found, in the order of the list. */
const names = async (query: string) =>
  (await find(query)).items.map(({ ref }) => Object.keys(refs).find((name) => refs[name] === ref) ?? ref)

beforeAll(async () => {
  stage = await underAttack()
  queries = await import('./queries.ts')
  const { act, at, contentWith, draft, published } = stage.build
  const add = async (name: string, economy: string, day: string, given: Partial<Content>) => {
    const clock = at(`${day}T12:00:00Z`)
    refs[name] = (await published(stage.cast, await draft(stage.editor, economy, contentWith(given), clock), clock)).ref
  }
  await add('post', 'KZ', '2022-01-01', { subPillar: '8.4', coverage: 'Postal services' })
  await add('identity', 'KZ', '2022-01-02', {
    subPillar: '8.3',
    bases: [act('a', 'Law on Communications', 'Entry into force in July 2004, repealed in 2010')],
    description: 'Subscribers identify themselves. Абоненты проходят идентификацию.',
  })
  await add('transfer', 'DE', '2022-01-03', {
    subPillar: '6.1',
    bases: [act('a', 'Föderales Gesetz über Übermittlung', 'Entry into force in 2010')],
    description: 'Transfers abroad are restricted to adequate countries; subscribers are told.',
  })
  await add('tenth', 'DE', '2022-01-04', {
    subPillar: '12.10',
    bases: [{ id: 'f', kind: 'figure', title: 'Threshold', value: '22', unit: 'EUR', year: '2022' }],
  })
  await add('absent', 'JP', '2022-01-05', {
    subPillar: '12.2',
    bases: [{ id: 'b', kind: 'absence', title: 'No framework', absence: 'no such framework' }],
  })
})
afterAll(() => stage?.close())

describe('filters', () => {
  test.each([
    ['', ['absent', 'tenth', 'transfer', 'identity', 'post']],
    ['economy=KZ', ['identity', 'post']],
    ['economy=kz', ['identity', 'post']],
    ['economy=FR', []],
    ['economy=XX', []],
    ['pillar=12', ['tenth', 'absent']],
    ['pillar=99', []],
    ['subPillar=8.3', ['identity']],
    ['subPillar=8.30', []],
    ['economy=DE&pillar=12', ['tenth']],
    ['economy=KZ&pillar=12', []],
    ['pillar=8&subPillar=12.10', []],
    ['q=law&economy=KZ&subPillar=8.3', ['identity']],
  ])('%o', async (query, expected) => expect(await names(query)).toEqual(expected))

  test('the place orders by economy, pillar and position: 12.2 before 12.10', async () => {
    const { items } = await find('asOf=2022-02-01')
    expect(items.map(({ economy, subPillar }) => `${economy.code} ${subPillar.code}`)).toEqual([
      'DE 6.1',
      'DE 12.10',
      'JP 12.2',
      'KZ 8.3',
      'KZ 8.4',
    ])
  })
})

describe('law time', () => {
  test('a figure of a past year is no ended law, and begins with its year', async () => {
    expect(await names('inForceOn=2023-06-01&lawState=ended')).toEqual(['identity'])
    expect(await names('inForceOn=2023-06-01&lawState=unknown')).toEqual(['tenth', 'absent'])
    expect(await names('inForceOn=2021-06-01&lawState=not-yet')).toEqual(['tenth'])
  })
  test.each([
    ['2004-06-30', ['absent: possibly']],
    ['2004-07-01', ['absent: possibly', 'identity: possibly']],
    ['2004-07-31', ['absent: possibly', 'identity: certainly']],
    ['2009-12-31', ['absent: possibly', 'identity: certainly']],
    ['2010-01-01', ['transfer: possibly', 'absent: possibly', 'identity: possibly']],
    ['2010-12-31', ['transfer: certainly', 'absent: possibly']],
    ['2022-06-01', ['transfer: certainly', 'tenth: certainly', 'absent: possibly', 'post: certainly']],
  ])('in force on %s', async (day, expected) => {
    const { items } = await find(`inForceOn=${day}`)
    const found = items.map(({ ref, inForce }) => `${Object.keys(refs).find((name) => refs[name] === ref)}: ${inForce}`)
    expect(found).toEqual(expected)
  })
  test('is told only when it was asked for', async () => {
    for (const item of (await find('')).items) expect(item).not.toHaveProperty('inForce')
  })
})

describe('words', () => {
  test.each([
    ['postal', ['post']],
    ['communication', ['identity']],
    ['"identify themselves"', ['identity']],
    ['subscribers -abroad', ['identity']],
    ['subscribers or postal', ['post', 'identity', 'transfer']],
    ['foderales ubermittlung', ['transfer']],
    ['Föderales', ['transfer']],
    ['идентификацию', ['identity']],
    ['АБОНЕНТЫ', ['identity']],
    ['nothing of the kind', []],
  ])('%s', async (q, expected) => expect((await names(new URLSearchParams({ q }).toString())).toSorted()).toEqual(expected.toSorted()))

  test('a ref, in any case, finds its measure', async () => {
    expect(await names(`q=${refs.transfer?.toLowerCase()}`)).toEqual(['transfer'])
  })
  test('a title outweighs a description', async () => {
    const { act, at, contentWith, draft, published } = stage.build
    const title = act('a', 'Adequate countries act', 'Since 2010')
    const on = await published(stage.cast, await draft(stage.editor, 'FR', contentWith({ bases: [title] }), at('2022-01-06T00:00:00Z')))
    expect((await find('q=adequate+countries')).items.map(({ ref }) => ref)).toEqual([on.ref, refs.transfer])
  })
  test.each([
    ':*',
    "'",
    '"',
    "' OR '1'='1",
    '\\',
    '& | ! <-> ( )',
    '!!!',
    '((((',
    'a & b | !c <2> d',
    '%',
    '_',
    '\0',
    'a\0b',
    '\u202e',
    '🏛',
    'x'.repeat(200),
    '"'.repeat(200),
    `${'('.repeat(100)}${')'.repeat(100)}`,
    'the',
    '$1; DROP TABLE measure',
    '-',
    'or',
    'or or or',
  ])('%o is words, and an answer comes', async (q) => {
    const { items, total } = await find(new URLSearchParams({ q }).toString())
    expect(items.length).toBe(total)
  })
})

describe('pages', () => {
  test('together hold everything once', async () => {
    const { total } = await find('')
    const seen = []
    for (let page = 1; page <= Math.ceil(total / 2); page++) {
      const list = await find(`perPage=2&page=${page}`)
      expect(list).toMatchObject({ total, page, perPage: 2 })
      seen.push(...list.items.map(({ ref }) => ref))
    }
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
  })
  test('beyond the end are empty and still say the total', async () => {
    const { total } = await find('')
    for (const page of [7, 100_000]) expect(await find(`page=${page}`)).toEqual({ items: [], total, page, perPage: 20 })
  })
})

test.each(['', 'kz-0001', 'KZ-1', 'KZ-9999', "KZ-0001'", 'KZ-0001\0', 'KZ-99999999999', '../desk'])('%o is no measure', async (ref) => {
  expect(await queries.getMeasure(ref)).toBeNull()
  expect(await queries.listVersions(ref)).toBeNull()
  expect(await queries.getVersion(ref, 1)).toBeNull()
  expect(await queries.compareVersions(ref, 1, 2)).toBeNull()
})
test.each([0, -1, 2, 1.5, Number.NaN, 2 ** 31, 2 ** 53, Number.POSITIVE_INFINITY])('%o is no version', async (number) => {
  expect(await queries.getVersion(refs.post ?? '', number)).toBeNull()
  expect(await queries.compareVersions(refs.post ?? '', 1, number)).toBeNull()
})
