// Ages in words and in steps, and which texts are days.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageInWords, ageSteps, isDay, monthsOf, stepOf } from './verification.ts'

test.each([
  [-1, 'today'],
  [0, 'today'],
  [1, '1 day'],
  [59, '59 days'],
  [61, '2 months'],
  [365, '11 months'],
  [366, '12 months'],
  [731, '2 years'],
  [800, '2 years 2 months'],
])('%i days are %s', (days, words) => {
  expect(ageInWords(days)).toBe(words)
})

test('an older check is never in a lighter step, and every step is reached', () => {
  fc.assert(fc.property(fc.nat(5000), fc.nat(5000), (a, b) => stepOf(Math.min(a, b)) <= stepOf(Math.max(a, b))))
  const reached = new Set(Array.from({ length: 1000 }, (_, days) => stepOf(days)))
  expect([...reached]).toEqual(ageSteps.map((_, step) => step))
  expect(monthsOf(-3)).toBe(0)
})

test.each(['2026-11-24', '2024-02-29'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true)
})
test.each(['', '2026', '2026-11', '2025-02-29', '24.11.2026', '2026-11-24T00:00', '2026-11-24\n'])('%o is no day', (text) => {
  expect(isDay(text)).toBe(false)
})
