// Who is editing: believed for half a minute, each person once, only of who may write, and no lock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let beat: typeof import('./store.ts').beat
let editorsOf: typeof import('./queries.ts').editorsOf
beforeAll(async () => {
  stage = await underAttack()
  ;({ beat } = await import('./store.ts'))
  ;({ editorsOf } = await import('./queries.ts'))
})
afterAll(() => stage?.close())

const at = (time: string) => () => new Date(`2026-11-25T${time}Z`)
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const one = { version: 1, tab: 'aaaaaaaa', leaving: false }
const two = { version: 1, tab: 'bbbbbbbb', leaving: false }

test('the other is named with the time they began, and oneself only in another tab', async () => {
  const { ref } = await begun()
  expect(await beat(stage.editor, ref, one, at('14:01:00'))).toEqual([])
  expect(await beat(stage.administrator, ref, two, at('14:01:10'))).toEqual([
    { name: 'editor', since: '2026-11-25T14:01:00.000Z', mine: false },
  ])
  expect(await beat(stage.editor, ref, two, at('14:01:20'))).toMatchObject([{ name: 'editor', mine: true }, { name: 'administrator' }])
  expect(await beat(stage.editor, ref, one, at('14:01:30'))).toHaveLength(2)
  expect((await editorsOf(stage.reviewer, ref, 1, at('14:01:31'))).map(({ name, since }) => [name, since.slice(11, 19)])).toEqual([
    ['editor', '14:01:00'],
    ['administrator', '14:01:10'],
  ])
})

test('who gives no sign of life for 35 seconds is forgotten, and comes back as new', async () => {
  const { ref } = await begun()
  await beat(stage.editor, ref, one, at('14:00:00'))
  expect(await editorsOf(stage.reviewer, ref, 1, at('14:00:35'))).toHaveLength(1)
  expect(await editorsOf(stage.reviewer, ref, 1, at('14:00:36'))).toEqual([])
  await beat(stage.administrator, ref, two, at('14:00:40'))
  const kept = 'SELECT e.tab FROM editing e JOIN version v ON v.id = e.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1'
  expect((await stage.app.query(kept, [ref])).rows).toEqual([{ tab: two.tab }])
  await beat(stage.editor, ref, one, at('14:00:50'))
  expect(await editorsOf(stage.reviewer, ref, 1, at('14:00:50'))).toMatchObject([
    { name: 'administrator' },
    { since: '2026-11-25T14:00:50.000Z' },
  ])
})

test('who leaves is gone at once', async () => {
  const { ref } = await begun()
  await beat(stage.editor, ref, one, at('14:00:00'))
  await beat(stage.editor, ref, { ...one, leaving: true }, at('14:00:01'))
  expect(await editorsOf(stage.reviewer, ref, 1, at('14:00:02'))).toEqual([])
})

test('only who may write on the economy is editing; what does not exist is not edited', async () => {
  const { ref } = await begun()
  const foreigner = await stage.build.person({ email: 'foreigner@test.org', economies: ['DE'] })
  await expect(beat(foreigner, ref, one)).rejects.toMatchObject({ name: 'NotAllowed' })
  await expect(beat(stage.editor, ref, { ...one, version: 9 })).rejects.toMatchObject({ name: 'NotFound' })
  await expect(beat(stage.editor, 'KZ-1', one)).rejects.toMatchObject({ name: 'NotFound' })
})

test('nobody is kept from saving by somebody who is editing', async () => {
  const on = await begun()
  await beat(stage.administrator, on.ref, one)
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const saved = editDraft(stage.editor, { ...on, basedOn: 2, content: stage.build.contentWith({ coverage: 'Banks' }) })
  await expect(saved).resolves.toMatchObject({ revision: 3 })
})
