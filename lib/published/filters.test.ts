// URL ⇄ filter: what was asked survives the address, and nothing hostile in an address gets further than here.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisKinds } from '#lib/measures/content.ts'
import { regions } from '#prisma/reference/regions.ts'
import { askedChangeKinds, filterOf, lawStates, type MeasureFilter, measureFilter, measuresPath, sortings } from './filters.ts'

const urlOf = (filter: Partial<MeasureFilter>) => new URL(measuresPath(filter), 'http://localhost')
const of = (query: string) => filterOf(new URLSearchParams(query))

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)))
/** Several of one kind, as a filter keeps them: sorted, each once. */
const some = <T extends string | number>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { minLength: 1, maxLength: 5 }).map((items) => items.sort((a, b) => (a < b ? -1 : 1)))
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replaceAll('\0', '').trim())
  .filter((text) => text !== '' && text.length <= 200)
const filters = fc
  .record(
    {
      economy: some(fc.stringMatching(/^[A-Z]{2}$/)),
      region: some(fc.constantFrom(...regions.map(({ code }) => code))),
      pillar: some(fc.integer({ min: 1, max: 99 })),
      subPillar: some(fc.stringMatching(/^[1-9]\d?\.[1-9]\d?$/)),
      basisKind: some(fc.constantFrom(...basisKinds)),
      lawState: some(fc.constantFrom(...lawStates)),
      coverage: some(words),
      year: some(fc.integer({ min: 1, max: 9999 })),
      changeKind: some(fc.constantFrom(...askedChangeKinds)),
      sort: fc.constantFrom(...sortings),
      q: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .map((text) => text.replaceAll('\0', '').trim())
        .filter((text) => text !== '' && text.length <= 200),
      asOf: day,
      inForceOn: day,
      page: fc.integer({ min: 1, max: 100_000 }),
      perPage: fc.integer({ min: 1, max: 100 }),
    },
    { requiredKeys: ['page', 'perPage'] },
  )
  .map((given): MeasureFilter => given)

test('a filter survives its address, and one filter has one address', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const url = urlOf(filter)
      expect(filterOf(url.searchParams)).toEqual({ filter, problems: {} })
      const record = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]))
      expect(filterOf(record)).toEqual({ filter, problems: {} })
      expect(measuresPath(filterOf(url.searchParams).filter)).toBe(url.pathname + url.search)
    }),
  )
})

test('defaults are left out of the address', () => {
  expect(measuresPath({ page: 1, perPage: 20, q: '', economy: undefined })).toBe('/measures')
  expect(measuresPath({ economy: ['KZ'], pillar: [8], page: 2 })).toBe('/measures?economy=KZ&pillar=8&page=2')
})

describe('hostile and mistaken addresses', () => {
  test('whatever is asked, a filter comes out that the schema takes', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-1', '1e9', '0x10', 'NaN', 'Infinity', '١', "' OR 1=1--", '\0'))
    const name = fc.oneof(
      fc.constantFrom(...Object.keys(measureFilter.shape), '__proto__', 'constructor', 'toString', 'state', 'draft'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 10 }), (pairs) => {
        const { filter, problems } = filterOf(new URLSearchParams(pairs))
        expect(measureFilter.parse(filter)).toEqual(filter)
        expect(JSON.stringify(filter)).not.toContain('\\u0000')
        for (const wrong of Object.keys(problems)) expect(Object.keys(measureFilter.shape)).toContain(wrong)
      }),
    )
  })
  test.each([
    ['economy=KAZ', 'economy'],
    ['economy=K', 'economy'],
    ['economy=ß', 'economy'],
    ['pillar=0', 'pillar'],
    ['pillar=8.5', 'pillar'],
    ['pillar=eight', 'pillar'],
    ['subPillar=8', 'subPillar'],
    ['subPillar=8.3.1', 'subPillar'],
    ['region=42', 'region'],
    ['region=Asia', 'region'],
    ['basisKind=law', 'basisKind'],
    ['lawState=draft', 'lawState'],
    [`coverage=${'x'.repeat(2001)}`, 'coverage'],
    ['year=0', 'year'],
    ['year=2020-01', 'year'],
    ['changeKind=draft', 'changeKind'],
    ['sort=id', 'sort'],
    [`year=${Array.from({ length: 61 }, (_, at) => 1900 + at).join()}`, 'year'],
    ['asOf=2023-13', 'asOf'],
    ['asOf=23', 'asOf'],
    ['inForceOn=2019-06-31', 'inForceOn'],
    ['asOf=2023-02-29', 'asOf'],
    ['asOf=2023-05-01T00:00:00Z', 'asOf'],
    ['asOf=0000-01-01', 'asOf'],
    ['inForceOn=0000-01-01', 'inForceOn'],
    ['inForceOn=yesterday', 'inForceOn'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=100001', 'page'],
    ['perPage=0', 'perPage'],
    ['perPage=101', 'perPage'],
    [`q=${'x'.repeat(201)}`, 'q'],
  ])('%s is a problem of %s', (query, name) => {
    const { filter, problems } = of(query)
    expect(Object.keys(problems)).toEqual([name])
    expect(filter).toEqual({ page: 1, perPage: 20 })
  })
  test('what was understood is kept beside what was not', () => {
    expect(of('economy=kz&pillar=x&page=0')).toEqual({
      filter: { economy: ['KZ'], page: 1, perPage: 20 },
      problems: { pillar: 'Not a pillar number', page: 'Not a page number' },
    })
  })
  test('an empty one is none, the first of several words counts, and 200 characters are searched', () => {
    expect(of('economy=&q=+&asOf=')).toEqual({ filter: { page: 1, perPage: 20 }, problems: {} })
    expect(of('q=one&q=two').filter.q).toBe('one')
    expect(of('economy=,,&pillar=').filter).toEqual({ page: 1, perPage: 20 })
    expect(of(`q=${'x'.repeat(200)}`).filter.q).toHaveLength(200)
    expect(of('q=a%00b').filter.q).toBe('ab')
  })
  test('several of one kind stand between commas or are given one by one, in one order and each once', () => {
    for (const query of ['economy=KZ,DE', 'economy=KZ&economy=DE', 'economy=de&economy=kz,DE&economy='])
      expect(of(query).filter.economy, query).toEqual(['DE', 'KZ'])
    expect(filterOf({ economy: ['KZ', 'DE'] }).filter.economy).toEqual(['DE', 'KZ'])
    expect(of('coverage=Banks, insurers&coverage=Horizontal').filter.coverage).toEqual(['Banks, insurers', 'Horizontal'])
    expect(measuresPath(of('pillar=10,8&coverage=a,b').filter)).toBe('/measures?pillar=8,10&coverage=a,b')
  })
  test('L5 a state, a version or a draft cannot be asked for', () => {
    expect(of('state=draft&status=draft&draft=1&version=2&preview=1&is_current=false')).toEqual({
      filter: { page: 1, perPage: 20 },
      problems: {},
    })
  })
})
