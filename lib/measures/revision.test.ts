// The name of a revision: read back as it was written, and nothing else is one.
import { expect, test } from 'vitest'
import { isEarlier, readRevisionName, revisionName } from './revision.ts'

test('a name is read as it was written', () => {
  for (const one of [
    { version: 1, revision: 1 },
    { version: 12, revision: 305 },
  ])
    expect(readRevisionName(revisionName(one))).toEqual(one)
})
test.each([undefined, null, '', '1', '1.', '.1', '0.1', '1.0', '01.1', '1.1.1', '-1.1', '1e3.1', ' 1.1', '1.9999999', ['1.1']])(
  '%o is no revision',
  (name) => expect(readRevisionName(name)).toBeNull(),
)
test('a later version is later, whatever its revision', () => {
  expect(isEarlier({ version: 1, revision: 9 }, { version: 2, revision: 1 })).toBe(true)
  expect(isEarlier({ version: 2, revision: 2 }, { version: 2, revision: 2 })).toBe(false)
  expect(isEarlier({ version: 2, revision: 3 }, { version: 2, revision: 2 })).toBe(false)
})
