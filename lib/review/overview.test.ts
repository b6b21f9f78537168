// Weeks without a gap, and sums with the oldest.
import { expect, test } from 'vitest'
import { everyWeek, mondayOf, waitedSince, waitingIn, weeksTold } from './overview.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-25', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-03-01', '2026-02-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (today, monday) => expect(mondayOf(today)).toBe(monday))

test('every week is told once, the present one last', () => {
  const weeks = everyWeek([{ week: '2026-11-16', published: 3, returned: 1 }], '2026-11-25')
  expect(weeks).toHaveLength(weeksTold)
  expect(new Set(weeks.map(({ week }) => week)).size).toBe(weeksTold)
  expect(weeks.at(-1)).toEqual({ week: '2026-11-23', published: 0, returned: 0 })
  expect(weeks.at(-2)).toEqual({ week: '2026-11-16', published: 3, returned: 1 })
})

test('a state is summed over its ages, with its oldest', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-11-01')]
  const counts = [
    { state: 'in_review', age: 0, versions: 2, oldest: late },
    { state: 'in_review', age: 3, versions: 1, oldest: early },
    { state: 'draft', age: 0, versions: 9, oldest: late },
  ] as const
  expect(waitingIn(counts, 'in_review')).toEqual({ versions: 3, oldest: early })
  expect(waitingIn(counts, 'returned')).toEqual({ versions: 0, oldest: null })
})

test.each([
  ['2026-11-25T09:00:00Z', 'since today'],
  ['2026-11-24T08:00:00Z', 'the longest for 1 day'],
  ['2026-11-01T08:00:00Z', 'the longest for 24 days'],
])('what has waited since %s: %s', (since, said) => expect(waitedSince(new Date(since), new Date('2026-11-25T10:00:00Z'))).toBe(said))
