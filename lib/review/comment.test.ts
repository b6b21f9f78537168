// Who may settle what, and which quoted words still stand.
import { expect, test } from 'vitest'
import { heldUp, stillSays, whyNotComment, whyNotInsist, whyNotSettle } from './comment.ts'

const version = (state: 'draft' | 'in_review' | 'approved' | 'published' = 'in_review') => ({ economy: 'KZ', state, authorIds: [1, 2] })
const author = { id: 1, role: 'editor', economies: 'all' } as const
const writingReviewer = { id: 2, role: 'reviewer', economies: 'all' } as const
const reviewer = { id: 3, role: 'reviewer', economies: 'all' } as const
const other = { id: 4, role: 'editor', economies: 'all' } as const
const foreigner = { id: 5, role: 'reviewer', economies: ['DE'] } as const
const insisting = { mustSettle: true, authorId: 4 }

test.each([
  ['its author is another editor', author, 'must be settled by whoever asked it, or by a reviewer'],
  ['a reviewer who wrote part of it', writingReviewer, 'You wrote part of this version'],
  ['a reviewer of another economy', foreigner, 'only for the economies assigned to you'],
  ['whoever asked it', other, null],
  ['a reviewer', reviewer, null],
])('what must be settled: %s', (_, actor, expected) => {
  const refused = whyNotSettle(actor, version(), insisting)
  if (expected === null) expect(refused).toBeNull()
  else expect(refused).toContain(expected)
})

test('any other comment is settled by anybody who may comment', () => {
  for (const actor of [author, writingReviewer, reviewer, other])
    expect(whyNotSettle(actor, version(), { ...insisting, mustSettle: false })).toBeNull()
  expect(whyNotSettle(foreigner, version(), { ...insisting, mustSettle: false })).not.toBeNull()
})

test('a published version takes no comments, and an approved one is held up by none', () => {
  expect(whyNotComment(reviewer, version('published'))).toContain('takes no comments')
  expect(whyNotComment(reviewer, version('approved'))).toBeNull()
  expect(whyNotInsist(version('approved'))).not.toBeNull()
  expect(whyNotInsist(version('draft'))).toBeNull()
})

test.each([
  [0, null],
  [1, 'A comment must be settled before the approval.'],
  [2, '2 comments must be settled before the approval.'],
])('%i threads hold up: %s', (threads, sentence) => expect(heldUp(threads)).toBe(sentence))

test('words stand whatever the spacing, and are gone when one changed', () => {
  const text = 'Operators keep a register\n\nof their services.'
  expect(stillSays(text, 'register of their')).toBe(true)
  expect(stillSays(text, 'register  of\ttheir')).toBe(true)
  expect(stillSays(text, 'register of our')).toBe(false)
  expect(stillSays(text, '')).toBe(true)
})
