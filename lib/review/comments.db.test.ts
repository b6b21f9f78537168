// Comments: threads on an open version, settled by who may; what must be settled holds the approval up, in the program and in the database.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, approvalRow, type On, underAttack } from '#lib/testing/attacks.ts'
import { everyCheck } from './checklist.ts'
import type { NewThread } from './comment.ts'

let stage: Attacks
let addComment: typeof import('./commands/add-comment.ts').addComment
let settleComment: typeof import('./commands/settle-comment.ts').settleComment
let approve: typeof import('./commands/approve.ts').approve
let threadsOf: typeof import('./comment-queries.ts').threadsOf
beforeAll(async () => {
  stage = await underAttack()
  ;({ addComment } = await import('./commands/add-comment.ts'))
  ;({ settleComment } = await import('./commands/settle-comment.ts'))
  ;({ approve } = await import('./commands/approve.ts'))
  ;({ threadsOf } = await import('./comment-queries.ts'))
})
afterAll(() => stage?.close())

const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const inReview = async () => stage.build.submitted(stage.editor, await begun())
const comment = (on: On, more: Partial<NewThread> = {}): NewThread => ({
  ...on,
  revision: 2,
  field: 'description',
  body: 'Which article?',
  ...more,
})
const insist = async (on: On) => (await addComment(stage.reviewer, comment(on, { mustSettle: true }))).id
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest, checked: everyCheck })

test('a thread keeps what it is about, its answers in their order, and who settled it', async () => {
  const on = await inReview()
  const { id } = await addComment(stage.reviewer, comment(on, { quote: 'keep a register' }))
  await addComment(stage.editor, { ...on, revision: 2, threadId: id, body: 'Article 4.' })
  await addComment(stage.reviewer, { ...on, revision: 2, threadId: id, body: 'Say so.' })
  await addComment(stage.reviewer, comment(on, { field: 'coverage', body: 'All of it?' }))
  await settleComment(stage.editor, { ...on, threadId: id, settled: true })
  const threads = await threadsOf(stage.editor, await stage.idOf(on))
  expect(threads.map(({ field, settledBy }) => [field, settledBy])).toEqual([
    ['coverage', null],
    ['description', stage.editor.name],
  ])
  expect(threads[1]).toMatchObject({ quote: 'keep a register', revision: 2, author: stage.reviewer.name })
  expect(threads[1]?.answers.map(({ author, body }) => [author, body])).toEqual([
    [stage.editor.name, 'Article 4.'],
    [stage.reviewer.name, 'Say so.'],
  ])
  await settleComment(stage.reviewer, { ...on, threadId: id, settled: false })
  expect((await threadsOf(stage.editor, await stage.idOf(on))).every(({ settledBy }) => settledBy === null)).toBe(true)
  await expect(settleComment(stage.reviewer, { ...on, threadId: id, settled: false })).rejects.toThrow('opened this again already')
})

test('W1 what must be settled holds the approval up until somebody settles it who may', async () => {
  const on = await inReview()
  const threadId = await insist(on)
  await expect(approve(stage.reviewer, await decision(on))).rejects.toThrow('A comment must be settled before the approval.')
  await expect(settleComment(stage.editor, { ...on, threadId, settled: true })).rejects.toThrow('by whoever asked it, or by a reviewer')
  await settleComment(stage.reviewer, { ...on, threadId, settled: true })
  await approve(stage.reviewer, await decision(on))
  await expect(addComment(stage.reviewer, comment(on, { mustSettle: true }))).rejects.toThrow('approved already')
  await expect(settleComment(stage.reviewer, { ...on, threadId, settled: false })).rejects.toThrow('approved already')
})

test('W7 of an approval and a comment that holds it up at the same instant, the later is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const on = await inReview()
    const results = await Promise.allSettled([approve(stage.reviewer, await decision(on)), insist(on)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
})

describe('is refused', () => {
  test.each([
    ['an empty one', { body: '  ' }, 'Say something.'],
    ['one on no field', { field: 'everything' as never }, 'Choose what it is about.'],
    ['a NUL', { body: 'a\0b' }, 'cannot be kept'],
    ['a revision that is not there', { revision: 9 }, 'There is no revision 1.9'],
  ])('%s', async (_, more, message) => {
    await expect(addComment(stage.reviewer, comment(await inReview(), more))).rejects.toThrow(message)
  })
  test('an answer to another version’s thread, or to an answer', async () => {
    const [one, two] = [await inReview(), await inReview()]
    const threadId = await insist(one)
    const { id } = await addComment(stage.editor, { ...one, revision: 2, threadId, body: 'x' })
    await expect(addComment(stage.editor, { ...two, revision: 2, threadId, body: 'x' })).rejects.toThrow('no such thread')
    await expect(addComment(stage.editor, { ...one, revision: 2, threadId: id, body: 'x' })).rejects.toThrow('no such thread')
  })
  test('anybody of another economy, and anything on what is published', async () => {
    const foreigner = await stage.build.person({ email: 'de@test.org', role: 'reviewer', economies: ['DE'] })
    await expect(addComment(foreigner, comment(await inReview()))).rejects.toThrow('only for the economies assigned to you')
    await expect(addComment(stage.reviewer, comment(await stage.build.published(stage.cast, await begun())))).rejects.toThrow(
      'takes no comments',
    )
  })
})

describe('the database itself', () => {
  const row = (versionId: number, revisionId: number, by: number, more: { mustSettle?: boolean; thread?: number } = {}) =>
    [
      `INSERT INTO comment (version_id, revision_id, thread_id, field, body, must_settle, author_id, author_name) VALUES ($1, $2, $3, 'description', 'x', $4, $5, 'x')`,
      [versionId, revisionId, more.thread ?? null, more.mustSettle ?? false, by],
    ] as [string, unknown[]]
  const settlement = (id: number, by: number) =>
    [`INSERT INTO comment_settlement (comment_id, settled, settled_by_id, settler_name) VALUES ($1, true, $2, 'x')`, [id, by]] as [
      string,
      unknown[],
    ]

  test('W1 refuses an approval that a comment holds up, whoever writes the row', async () => {
    const on = await inReview()
    const threadId = await insist(on)
    const versionId = await stage.idOf(on)
    const head = await stage.headOf(versionId)
    expect(await stage.attempt(approvalRow(versionId, head, stage.administrator))).toMatch(/holds the approval up/)
    expect(await stage.attempt(settlement(threadId, stage.editor.id))).toMatch(/wrote none of the version/)
    expect(await stage.attempt(settlement(threadId, stage.administrator.id), approvalRow(versionId, head, stage.administrator))).toBe(
      'done',
    )
  })
  test('refuses comments on what is not open, answers that hold up, and every change of a row', async () => {
    const on = await inReview()
    const threadId = await insist(on)
    const versionId = await stage.idOf(on)
    const head = await stage.headOf(versionId)
    const published = await stage.idOf(await stage.build.published(stage.cast, await begun()))
    expect(await stage.attempt(row(published, (await stage.headOf(published)).id, stage.editor.id))).toMatch(/takes no comments/)
    expect(await stage.attempt(row(versionId, head.id, stage.editor.id, { thread: threadId, mustSettle: true }))).toMatch(
      /comment_answer_is_plain/,
    )
    expect(await stage.attempt(['UPDATE comment SET must_settle = false'])).toMatch(/append-only|permission denied/)
    expect(await stage.attempt(['DELETE FROM comment_settlement'])).toMatch(/append-only|permission denied/)
  })
  test('L8 shows the world no comment', async () => {
    await expect(stage.world.query('SELECT body FROM comment')).rejects.toThrow(/permission denied|does not exist/)
  })
})
