// What takes a right away, what somebody may do to themselves, and the question of the list in an address.
import { expect, test } from 'vitest'
import { roles } from '#lib/system/actor.ts'
import { madeUpPassword, shortestPassword } from './password.ts'
import { peopleAddress, peopleFilterOf } from './people-filter.ts'
import { economiesInWords, leavesAdministration, narrows, newPerson, sameEconomies, whyNotToOneself } from './person.ts'

test('each role may what those before it may: only a step back narrows', () => {
  const steps = roles.map((before) => roles.map((after) => narrows({ role: before, economies: 'all' }, { role: after, economies: 'all' })))
  expect(steps).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
  ])
})

test.each([
  ['all', ['KZ'], true],
  ['all', 'all', false],
  [['KZ'], 'all', false],
  [['KZ', 'DE'], ['DE'], true],
  [['KZ'], ['DE'], true],
  [['KZ'], ['DE', 'KZ'], false],
  [['KZ'], [], true],
  [[], ['KZ'], false],
] as const)('from %o to %o narrows: %s', (before, after, yes) => {
  expect(narrows({ role: 'editor', economies: before }, { role: 'editor', economies: after })).toBe(yes)
})

test('economies in words, and whether they are the same in another order', () => {
  expect(['all' as const, ['UZ', 'KZ'], []].map(economiesInWords)).toEqual(['all economies', 'KZ, UZ', 'no economy'])
  expect(sameEconomies(['KZ', 'DE'], ['DE', 'KZ'])).toBe(true)
  for (const other of ['all', ['KZ'], ['KZ', 'UZ'], []] as const) expect(sameEconomies(['KZ', 'DE'], other)).toBe(false)
})

test('to oneself: a name, a password, the end of one’s sessions; no right is given or taken', () => {
  for (const change of [{ name: 'I' }, { password: 'x' }, { endSessions: true }, { enable: true }] as const)
    expect(whyNotToOneself(change)).toBeNull()
  for (const change of [{ disable: true }, { role: 'administrator' }, { economies: 'all' }, { name: 'I', role: 'editor' }] as const)
    expect(whyNotToOneself(change)).toContain('another administrator')
})

test('only an administrator leaves the administration', () => {
  expect(leavesAdministration('administrator', { disable: true })).toBe(true)
  expect(leavesAdministration('administrator', { role: 'reviewer' })).toBe(true)
  for (const change of [{ role: 'administrator' }, { name: 'x' }, { password: 'x' }, { economies: 'all' }] as const)
    expect(leavesAdministration('administrator', change)).toBe(false)
  expect(leavesAdministration('editor', { disable: true })).toBe(false)
})

test('an address is kept in lower case, a name without blanks around it, each economy once', () => {
  const input = { email: ' Ada@Test.ORG ', name: ' Ada ', role: 'editor', economies: ['KZ', 'DE', 'KZ'] }
  expect(newPerson.parse(input)).toEqual({ email: 'ada@test.org', name: 'Ada', role: 'editor', economies: ['DE', 'KZ'] })
})

test('a made-up password can be dictated, is long enough, and never the same', () => {
  const made = Array.from({ length: 500 }, madeUpPassword)
  for (const password of made) expect(password).toMatch(/^[a-hj-kmnp-z2-9]{5}(-[a-hj-kmnp-z2-9]{5}){3}$/)
  expect(made[0]?.length).toBeGreaterThan(shortestPassword)
  expect(new Set(made).size).toBe(500)
})

test('the question of the list survives its address; what is none is not asked', () => {
  const filter = { q: 'ada & co', role: 'reviewer', state: 'disabled', economy: 'KZ', page: 3 } as const
  const query = new URL(peopleAddress(filter), 'http://localhost').searchParams
  expect(peopleFilterOf(Object.fromEntries(query))).toEqual(filter)
  expect(peopleAddress({ q: '', page: 1 })).toBe('/desk/people')
  const none = { q: ['a', 'b'], role: 'operator', state: 'both', economy: 'kz', page: '0' }
  expect(peopleFilterOf(none)).toEqual({ q: '', page: 1 })
  expect(peopleFilterOf({ q: 'a\0' })).toEqual({ q: '', page: 1 })
})
