// The two clocks in words, and which days can be asked for.
import { expect, test } from 'vitest'
import { clockDay, clockSentence, lastDayOf, possiblySentence } from './clock-day.ts'

test.each([
  [{}, null],
  [{ asOf: '2023-05-01' }, 'What this database said on 1 May 2023.'],
  [{ asOf: '2023-05' }, 'What this database said at the end of May 2023.'],
  [{ inForceOn: '2019' }, 'What this database says today about the law in force in 2019.'],
  [{ asOf: '2023-05-01', inForceOn: '2019-06-01' }, 'What this database said on 1 May 2023 about the law in force on 1 June 2019.'],
])('%o', (clocks, sentence) => expect(clockSentence(clocks)).toBe(sentence))

test('a coarse day says that it is coarse', () => {
  expect(possiblySentence('2019-06-01')).toMatch(/^Possibly in force on that day:/)
  expect(possiblySentence('2019-06')).toMatch(/^Possibly in force in June 2019: on some days of it only/)
  expect([lastDayOf('2024'), lastDayOf('2024-02'), lastDayOf('2024-02-03')]).toEqual(['2024-12-31', '2024-02-29', '2024-02-03'])
})

test.each(['2023', '2023-05', '2023-05-01', '2024-02-29', '9999-12-31', '0001-01-01'])('%s is a day', (text) =>
  expect(clockDay.safeParse(text).success).toBe(true),
)
test.each(['', '23', '0000', '2023-00', '2023-13', '2023-02-29', '2023-5', '2023-05-01T00:00', '+002023', '2023/05'])(
  '%s is none',
  (text) => expect(clockDay.safeParse(text).success).toBe(false),
)
