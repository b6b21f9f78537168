// URL ⇄ filter: what was asked survives the address, and nothing hostile in an address gets further than here.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterOf, type MeasureFilter, measureFilter, measuresPath } from './filters.ts'

const urlOf = (filter: Partial<MeasureFilter>) => new URL(measuresPath(filter), 'http://localhost')
const of = (query: string) => filterOf(new URLSearchParams(query))

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const filters = fc
  .record(
    {
      economy: fc.stringMatching(/^[A-Z]{2}$/),
      pillar: fc.integer({ min: 1, max: 99 }),
      subPillar: fc.stringMatching(/^[1-9]\d?\.[1-9]\d?$/),
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
      expect(filterOf(Object.fromEntries(url.searchParams))).toEqual({ filter, problems: {} })
      expect(measuresPath(filterOf(url.searchParams).filter)).toBe(url.pathname + url.search)
    }),
  )
})

test('defaults are left out of the address', () => {
  expect(measuresPath({ page: 1, perPage: 20, q: '', economy: undefined })).toBe('/measures')
  expect(measuresPath({ economy: 'KZ', pillar: 8, page: 2 })).toBe('/measures?economy=KZ&pillar=8&page=2')
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
    ['asOf=2023', 'asOf'],
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
      filter: { economy: 'KZ', page: 1, perPage: 20 },
      problems: { pillar: 'Not a pillar number', page: 'Not a page number' },
    })
  })
  test('an empty one is none, the first of several counts, and 200 characters are searched', () => {
    expect(of('economy=&q=+&asOf=')).toEqual({ filter: { page: 1, perPage: 20 }, problems: {} })
    expect(of('economy=KZ&economy=DE').filter.economy).toBe('KZ')
    expect(filterOf({ economy: ['KZ', 'DE'] }).filter.economy).toBe('KZ')
    expect(of(`q=${'x'.repeat(200)}`).filter.q).toHaveLength(200)
    expect(of('q=a%00b').filter.q).toBe('ab')
  })
  test('L5 a state, a version or a draft cannot be asked for', () => {
    expect(of('state=draft&status=draft&draft=1&version=2&preview=1&is_current=false')).toEqual({
      filter: { page: 1, perPage: 20 },
      problems: {},
    })
  })
})
