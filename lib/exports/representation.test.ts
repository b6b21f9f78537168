// Validators and field selection of the JSON API.
import { expect, test } from 'vitest'
import { etagOf, fieldsOf, isUnchanged, withFields } from './representation.ts'

test('an ETag is strong, and another for every other byte', () => {
  expect(etagOf('{"a":1}')).toMatch(/^"[\w-]{43}"$/)
  expect(etagOf('{"a":1}')).toBe(etagOf('{"a":1}'))
  expect(etagOf('{"a":1}')).not.toBe(etagOf('{"a":2}'))
})

test.each([
  [null, false],
  ['"x"', true],
  ['W/"x"', true],
  ['"y", "x"', true],
  ['"y",W/"x" ', true],
  ['*', true],
  ['"y"', false],
  ['x', false],
  ['', false],
  ['"y,x"', false],
])('If-None-Match: %s', (header, unchanged) => expect(isUnchanged(header, '"x"')).toBe(unchanged))

test('fields are names between commas; an unknown one is told', () => {
  const known = ['ref', 'version', 'links']
  expect(fieldsOf(null, known)).toEqual({ fields: undefined, unknown: [] })
  expect(fieldsOf(' , ', known)).toEqual({ fields: undefined, unknown: [] })
  expect(fieldsOf('version, ref,ref', known)).toEqual({ fields: ['version', 'ref'], unknown: [] })
  expect(fieldsOf('ref,__proto__,constructor', known).unknown).toEqual(['__proto__', 'constructor'])
  expect(withFields({ ref: 'KZ-0001', version: 1, links: {} }, ['links', 'ref'])).toEqual({ ref: 'KZ-0001', links: {} })
})
