// What was left open in a form is told from what was chosen.
import { expect, test } from 'vitest'
import { namesNothing } from './query.ts'

test.each([
  [{ q: '' }, true],
  [{ role: 'editor', state: '' }, true],
  [{ q: ['a', ''] }, true],
  [{ q: 'a', page: '2' }, false],
  [{ q: undefined }, false],
  [{}, false],
])('%o', (query, told) => expect(namesNothing(query)).toBe(told))
