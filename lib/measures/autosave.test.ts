import { expect, test } from 'vitest'
import { autosaveIn, cadence } from './autosave.ts'

const s = (seconds: number) => seconds * 1000
const never = Number.NEGATIVE_INFINITY
const typed = { changedAt: s(100), since: s(100), attemptedAt: never, failures: 0 }

test('two seconds after the last key', () => {
  expect(autosaveIn(s(100), typed)).toBe(s(2))
  expect(autosaveIn(s(101), typed)).toBe(s(1))
  expect(autosaveIn(s(105), typed)).toBe(0)
})

test('not sooner than ten seconds after the last save', () => {
  expect(autosaveIn(s(100), { ...typed, attemptedAt: s(99) })).toBe(s(9))
  expect(autosaveIn(s(100), { ...typed, attemptedAt: s(80) })).toBe(s(2))
})

test('somebody who never stops typing is saved after half a minute', () => {
  expect(autosaveIn(s(129), { ...typed, changedAt: s(129) })).toBe(s(1))
})

test('after failures it waits 2, 4, 8 … and at most 60 seconds', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((failures) => autosaveIn(s(110), { ...typed, attemptedAt: s(110), failures }))
  expect(waits).toEqual([s(2), s(4), s(8), s(16), s(32), s(60), s(60)])
})

test('whoever types without end costs at most six revisions a minute', () => {
  let saves = 0
  let attemptedAt = never
  for (let now = 0; now < s(600); now += 100)
    if (autosaveIn(now, { changedAt: now - cadence.pause, since: now - cadence.pause, attemptedAt, failures: 0 }) === 0) {
      saves += 1
      attemptedAt = now
    }
  expect(saves).toBe(60)
})
