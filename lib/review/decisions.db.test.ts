// The commands of review, one at a time: each on its way with its entry in the trail, and each of its refusals.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#lib/measures/content.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { everyCheck } from './checklist.ts'

let stage: Attacks
let review: typeof import('./commands/submit.ts') &
  typeof import('./commands/approve.ts') &
  typeof import('./commands/return.ts') &
  typeof import('./commands/take-back.ts') &
  typeof import('./commands/publish.ts')
let foreigner: Actor
let second: Actor

beforeAll(async () => {
  stage = await underAttack()
  review = {
    ...(await import('./commands/submit.ts')),
    ...(await import('./commands/approve.ts')),
    ...(await import('./commands/return.ts')),
    ...(await import('./commands/take-back.ts')),
    ...(await import('./commands/publish.ts')),
  }
  foreigner = await stage.build.person({ email: 'foreigner@test.org', role: 'administrator', economies: ['DE'] })
  second = await stage.build.person({ email: 'second@test.org', role: 'reviewer' })
})
afterAll(() => stage?.close())

const text = (given: Partial<Content> = {}) => stage.build.contentWith(given)
const begun = (given: Partial<Content> = {}) => stage.build.draft(stage.editor, 'KZ', text(given))
const inReview = async () => stage.build.submitted(stage.editor, await begun())
const approved = async () => stage.build.approved(stage.cast, await begun())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest, checked: everyCheck })
const stateOf = async (on: On) => (await stage.app.query('SELECT state FROM version WHERE id = $1', [await stage.idOf(on)])).rows[0].state
const last = async (on: On) =>
  (
    await stage.app.query('SELECT action, actor_id, version_number FROM audit_entry WHERE measure_ref = $1 ORDER BY id DESC LIMIT 1', [
      on.ref,
    ])
  ).rows[0]
const entry = (action: string, actor: Actor) => ({ action, actor_id: actor.id, version_number: 1 })
const nowhere = { ref: 'KZ-999999', version: 1, digest: 'x' }
const other = 'f'.repeat(64)

describe('submit', () => {
  test('hands the draft to the reviewers', async () => {
    const on = await begun()
    await review.submit(stage.editor, { ...on, basedOn: 2 })
    expect([await stateOf(on), await last(on)]).toEqual(['in_review', entry('version.submitted', stage.editor)])
  })
  test('is refused stale, in a foreign economy, twice, and of what does not exist', async () => {
    const on = await begun()
    await expect(review.submit(stage.editor, { ...on, basedOn: 1 })).rejects.toMatchObject({ name: 'Stale' })
    await expect(review.submit(foreigner, { ...on, basedOn: 2 })).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.submit(stage.editor, { ...nowhere, basedOn: 1 })).rejects.toMatchObject({ name: 'NotFound' })
    await review.submit(stage.editor, { ...on, basedOn: 2 })
    await expect(review.submit(stage.editor, { ...on, basedOn: 2 })).rejects.toMatchObject({ name: 'NotAllowed' })
  })
  test('is refused with all that is missing, and says which sub-pillar there is not', async () => {
    const on = await begun({ description: '', coverage: '' })
    await expect(review.submit(stage.editor, { ...on, basedOn: 2 })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path: 'description' }, { path: 'coverage' }],
    })
    const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
    await editDraft(stage.editor, { ...on, basedOn: 2, content: text({ subPillar: '99.9' }) })
    await expect(review.submit(stage.editor, { ...on, basedOn: 3 })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path: 'subPillar' }],
    })
    expect(await stateOf(on)).toBe('draft')
  })
})

describe('approve', () => {
  test('approves exactly that text, and nothing becomes public', async () => {
    const on = await inReview()
    await review.approve(stage.reviewer, await decision(on))
    expect([await stateOf(on), await last(on)]).toEqual(['approved', entry('version.approved', stage.reviewer)])
    expect((await stage.app.query('SELECT 1 FROM published.measure WHERE ref = $1', [on.ref])).rows).toEqual([])
  })
  test('W2 W7 is refused for another text, and after somebody decided', async () => {
    const on = await inReview()
    const seen = await decision(on)
    await expect(review.approve(stage.reviewer, { ...seen, digest: other })).rejects.toMatchObject({
      name: 'Stale',
      message: 'The text changed since you opened this page: editor saved revision 2. Read it before you decide.',
      changed: { revision: 2, author: 'editor' },
    })
    await review.approve(stage.reviewer, seen)
    await expect(review.approve(second, seen)).rejects.toMatchObject({
      name: 'Stale',
      message: expect.stringMatching(/^Somebody was faster: version 1 is approved/),
    })
  })
  test('W1 W3 is refused to every author, also one who did not submit, whatever their role', async () => {
    const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
    const on = await begun()
    await editDraft(second, { ...on, basedOn: 2, content: text({ coverage: 'x' }) })
    await editDraft(stage.administrator, { ...on, basedOn: 3, content: text() })
    await stage.build.submitted(stage.editor, on)
    for (const author of [second, stage.administrator])
      await expect(review.approve(author, await decision(on))).rejects.toMatchObject({
        name: 'NotAllowed',
        message: expect.stringMatching(/You wrote part/),
      })
    await review.approve(stage.reviewer, await decision(on))
  })
  test('is refused to editors, in a foreign economy, and of what does not exist', async () => {
    const on = await inReview()
    const another = await stage.build.person({ email: 'another@test.org' })
    await expect(review.approve(another, await decision(on))).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.approve(foreigner, await decision(on))).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.approve(stage.reviewer, { ...nowhere, checked: everyCheck })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('return', () => {
  test('keeps the reason for the authors and the text as it is', async () => {
    const on = await inReview()
    await review.returnVersion(stage.reviewer, { ...(await decision(on)), reason: ' Name the article. ' })
    expect([await stateOf(on), await last(on)]).toEqual(['returned', entry('version.returned', stage.reviewer)])
    const { returnsOf } = await import('./queries.ts')
    expect(await returnsOf(stage.editor, await stage.idOf(on))).toMatchObject([
      { reason: 'Name the article.', by: 'reviewer', revision: 2 },
    ])
  })
  test.each(['', ' \n ', 'x'.repeat(5001), 'a\0b', '\ud800'])('is refused with the reason %o', async (reason) => {
    await expect(review.returnVersion(stage.reviewer, { ...nowhere, reason })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path: 'reason' }],
    })
  })
  test('is refused to authors, editors and foreigners, stale, and of what does not exist', async () => {
    const on = await inReview()
    const reason = 'x'
    await expect(review.returnVersion(stage.editor, { ...(await decision(on)), reason })).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.returnVersion(foreigner, { ...(await decision(on)), reason })).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.returnVersion(stage.reviewer, { ...on, digest: other, reason })).rejects.toMatchObject({ name: 'Stale' })
    await expect(review.returnVersion(stage.reviewer, { ...nowhere, reason })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('take back', () => {
  test.each(['in_review', 'approved'] as const)('makes what was %s a draft again', async (state) => {
    const on = state === 'approved' ? await approved() : await inReview()
    await review.takeBack(stage.editor, { ...(await decision(on)), state })
    expect([await stateOf(on), await last(on)]).toEqual(['draft', entry('version.taken back', stage.editor)])
  })
  test('W7 is refused when it was approved meanwhile: the approval is not undone by accident', async () => {
    const on = await approved()
    await expect(review.takeBack(stage.editor, { ...(await decision(on)), state: 'in_review' })).rejects.toMatchObject({
      name: 'Stale',
      message: expect.stringMatching(/^Somebody was faster: version 1 is approved/),
    })
    expect(await stateOf(on)).toBe('approved')
  })
  test('is refused in a foreign economy, of another text, and of what does not exist', async () => {
    const on = await inReview()
    await expect(review.takeBack(foreigner, { ...(await decision(on)), state: 'in_review' })).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.takeBack(stage.editor, { ...on, digest: other, state: 'in_review' })).rejects.toMatchObject({ name: 'Stale' })
    await expect(review.takeBack(stage.editor, { ...nowhere, state: 'in_review' })).rejects.toMatchObject({ name: 'NotFound' })
  })
  test('W2 the approval that it had is void: the same text needs another one', async () => {
    const on = await approved()
    const seen = await decision(on)
    await review.takeBack(stage.editor, { ...seen, state: 'approved' })
    await expect(review.publish(stage.reviewer, seen)).rejects.toMatchObject({ name: 'Stale' })
    await review.submit(stage.editor, { ...on, basedOn: 2 })
    await expect(review.publish(stage.reviewer, seen)).rejects.toMatchObject({ name: 'Stale' })
    expect(await stateOf(on)).toBe('in_review')
  })
})

describe('publish', () => {
  test('W2 is refused for another text, without approval, and twice', async () => {
    const on = await inReview()
    await expect(review.publish(stage.reviewer, await decision(on))).rejects.toMatchObject({ name: 'Stale' })
    await review.approve(stage.reviewer, await decision(on))
    await expect(review.publish(stage.reviewer, { ...on, digest: other })).rejects.toMatchObject({ name: 'Stale' })
    await review.publish(stage.administrator, await decision(on))
    expect([await stateOf(on), await last(on)]).toEqual(['published', entry('version.published', stage.administrator)])
    await expect(review.publish(stage.reviewer, await decision(on))).rejects.toMatchObject({ name: 'Stale' })
  })
  test('is refused to editors, in a foreign economy, and of what does not exist', async () => {
    const on = await approved()
    for (const actor of [stage.editor, foreigner])
      await expect(review.publish(actor, await decision(on))).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(review.publish(stage.reviewer, nowhere)).rejects.toMatchObject({ name: 'NotFound' })
  })
})

test('an approval needs every question of its kind ticked, keeps which, and is refused without', async () => {
  const on = await inReview()
  const { checked: _, ...seen } = await decision(on)
  await expect(review.approve(stage.reviewer, { ...seen, checked: ['sources', 'dates', 'meaning'] })).rejects.toMatchObject({
    name: 'Invalid',
    issues: [{ path: 'checked', message: expect.stringContaining('sub-pillar') }],
  })
  expect(await stateOf(on)).toBe('in_review')
  await review.approve(stage.reviewer, { ...seen, checked: ['dates', 'sources', 'place', 'place'] })
  const { rows } = await stage.app.query('SELECT checked FROM approval WHERE version_id = $1', [await stage.idOf(on)])
  expect(rows).toEqual([{ checked: ['place', 'sources', 'dates'] }])
})

test('all who wrote in a version hear what becomes of it though somebody else submitted it, and so does who submitted it, each once', async () => {
  const [writer, submitter, chief] = await Promise.all(
    ['writer', 'submitter', 'chief'].map((name) => stage.build.person({ email: `${name}@test.org`, role: 'editor' })),
  )
  if (!writer || !submitter || !chief) throw new Error('nobody')
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const { assignVersion } = await import('#lib/measures/commands/assign-version.ts')
  const on = await begun()
  await editDraft(writer, { ...on, basedOn: 2, content: text({ description: 'The secret of the draft.' }) })
  const submitAs = async (actor: Actor, basedOn: number) => review.submit(actor, { ...on, basedOn })
  await submitAs(submitter, 3)
  await assignVersion(second, { ...on, personId: chief.id, seen: stage.editor.id })
  await review.returnVersion(second, { ...(await decision(on)), reason: 'Name the article.' })
  await submitAs(submitter, 3)
  await review.approve(second, await decision(on))
  await review.publish(stage.reviewer, await decision(on))
  const { rows } = await stage.app.query(
    `SELECT p.email, n.kind, n.why, n.news::text LIKE '%secret%' AS leaks FROM notification n JOIN person p ON p.id = n.person_id
     WHERE n.news ->> 'ref' = $1 AND n.kind IN ('returned', 'approved', 'published') ORDER BY n.id`,
    [on.ref],
  )
  const why = {
    [stage.editor.email]: 'you wrote part of this version',
    [writer.email]: 'you wrote part of this version',
    [submitter.email]: 'you submitted it for review',
    [chief.email]: 'you are to see it through',
  }
  const expected = ['returned', 'approved', 'published'].flatMap((kind) =>
    Object.entries(why).map(([email, because]) => ({ email, kind, why: because, leaks: false })),
  )
  const sorted = (list: typeof expected) => list.map((one) => JSON.stringify([one.kind, one.email, one.why, one.leaks])).sort()
  expect(sorted(rows)).toEqual(sorted(expected))
})
