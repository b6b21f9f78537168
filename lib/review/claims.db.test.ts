// Claims: one reviewer takes a version, hands it over or lets it go; a claim ends with the review and never stops another reviewer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { everyCheck } from './checklist.ts'

let stage: Attacks
let claimReview: typeof import('./commands/claim-review.ts').claimReview
let queries: typeof import('./claim-queries.ts')
beforeAll(async () => {
  stage = await underAttack()
  ;({ claimReview } = await import('./commands/claim-review.ts'))
  queries = await import('./claim-queries.ts')
})
afterAll(() => stage?.close())

const inReview = async () => stage.build.submitted(stage.editor, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith()))
const versionOf = async (on: On) => {
  const { versionForDesk } = await import('#lib/measures/queries.ts')
  const version = await versionForDesk(stage.editor, on.ref, on.version)
  if (!version) throw new Error('no version')
  return version
}
const takenBy = async (on: On) => (await queries.claimOn(stage.editor, await versionOf(on)))?.reviewer ?? null

test('is taken, handed over and let go; the newest word counts', async () => {
  const on = await inReview()
  expect(await takenBy(on)).toBeNull()
  await claimReview(stage.reviewer, { ...on, personId: stage.reviewer.id })
  expect(await takenBy(on)).toBe(stage.reviewer.name)
  await expect(claimReview(stage.reviewer, { ...on, personId: stage.reviewer.id })).rejects.toThrow('has taken it already')
  await claimReview(stage.reviewer, { ...on, personId: stage.administrator.id })
  expect(await takenBy(on)).toBe(stage.administrator.name)
  await claimReview(stage.administrator, { ...on, personId: null })
  expect(await takenBy(on)).toBeNull()
})

test('goes to nobody who may not decide: an editor, an author, somebody disabled or of another economy', async () => {
  const on = await inReview()
  const foreigner = await stage.build.person({ email: 'fr@test.org', role: 'reviewer', economies: ['FR'] })
  for (const personId of [stage.editor.id, foreigner.id, 999_999])
    await expect(claimReview(stage.reviewer, { ...on, personId })).rejects.toMatchObject({ name: 'Invalid' })
  await expect(claimReview(stage.editor, { ...on, personId: stage.editor.id })).rejects.toMatchObject({ name: 'NotAllowed' })
  const names = (await queries.reviewersFor(stage.reviewer, await versionOf(on))).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([stage.reviewer.name, stage.administrator.name]))
  expect(names).not.toContain(foreigner.name)
  expect(names).not.toContain(stage.editor.name)
})

test('stops no other reviewer, and ends when the version leaves the review', async () => {
  const on = await inReview()
  await claimReview(stage.reviewer, { ...on, personId: stage.reviewer.id })
  const { returnVersion } = await import('./commands/return.ts')
  const { approve } = await import('./commands/approve.ts')
  const { digest } = (await versionOf(on)).head
  await returnVersion(stage.administrator, { ...on, digest, reason: 'Name it.' })
  expect(await takenBy(on)).toBeNull()
  await stage.build.submitted(stage.editor, on)
  expect(await takenBy(on)).toBeNull()
  await claimReview(stage.reviewer, { ...on, personId: stage.reviewer.id })
  await approve(stage.administrator, { ...on, digest, checked: everyCheck })
  await expect(claimReview(stage.reviewer, { ...on, personId: null })).rejects.toMatchObject({ name: 'NotAllowed' })
})
