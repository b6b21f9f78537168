// Ages in months and in steps, and which texts are days.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageSteps, isDay, monthsOf, stepOf } from './verification.ts'

test.each([
  [-1, 0],
  [0, 0],
  [30, 0],
  [31, 1],
  [365, 11],
  [366, 12],
  [731, 24],
])('%i days are %i whole months', (days, months) => {
  expect(monthsOf(days)).toBe(months)
})

test('an older check is never in a lighter step, and every step is reached', () => {
  fc.assert(fc.property(fc.nat(5000), fc.nat(5000), (a, b) => stepOf(Math.min(a, b)) <= stepOf(Math.max(a, b))))
  const reached = new Set(Array.from({ length: 1000 }, (_, days) => stepOf(days)))
  expect([...reached]).toEqual(ageSteps.map((_, step) => step))
})

test.each(['2026-11-24', '2024-02-29'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true)
})
test.each(['', '2026', '2026-11', '2025-02-29', '24.11.2026', '2026-11-24T00:00', '2026-11-24\n'])('%o is no day', (text) => {
  expect(isDay(text)).toBe(false)
})
