// The history of a measure, and bringing an earlier text back: as a new revision or a new draft, never over another text.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let history: typeof import('./history-queries.ts')
let restoreRevision: typeof import('./commands/restore-revision.ts').restoreRevision
beforeAll(async () => {
  stage = await underAttack()
  history = await import('./history-queries.ts')
  ;({ restoreRevision } = await import('./commands/restore-revision.ts'))
})
afterAll(() => stage?.close())

const text = (coverage: string) => stage.build.contentWith({ coverage })
const begun = (coverage = 'First') => stage.build.draft(stage.editor, 'KZ', text(coverage))
const published = async () => stage.build.published(stage.cast, await begun())
const headOf = async (on: On) => {
  const { loadVersion } = await import('./queries.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  return loadVersion(deskDb(), on.ref, on.version)
}
const at = (version: number, revision: number) => ({ version, revision })

test('every revision of every version, newest first, with what was decided on it', async () => {
  const on = await stage.build.returned(stage.cast, await begun(), 'Name the article.')
  const { editDraft } = await import('./commands/edit-draft.ts')
  await editDraft(stage.editor, { ...on, basedOn: 2, content: text('Second') })
  await stage.build.published(stage.cast, on)
  await stage.build.amendment(stage.editor, on.ref, text('Third'))
  const { items, older } = await history.historyOf(stage.editor, on.ref)
  expect(older).toBeNull()
  expect(items.map(({ version, revision }) => `${version}.${revision}`)).toEqual(['2.2', '2.1', '1.3', '1.2', '1.1'])
  expect(items.map(({ isHead }) => isHead)).toEqual([true, false, true, false, false])
  expect(items[2]).toMatchObject({ approvedBy: [stage.reviewer.name], returnedBy: [], state: 'published' })
  expect(items[3]).toMatchObject({ approvedBy: [], returnedBy: [stage.reviewer.name] })
  expect((await history.revisionOf(stage.editor, on.ref, at(1, 2))).content.coverage).toBe('First')
  await expect(history.revisionOf(stage.editor, on.ref, at(1, 4))).rejects.toThrow('There is no revision 1.4')
  expect(await history.historyOf(stage.editor, "KZ-0001'")).toEqual({ items: [], older: null })
})

test('what was published in an emergency is told as that, and its approval as one that came afterwards', async () => {
  const on = await stage.build.emergency(stage.administrator, await begun())
  const told = async () => (await history.historyOf(stage.editor, on.ref)).items[0]
  expect(await told()).toMatchObject({ revision: 2, approvedBy: [], emergencyBy: 'administrator', approvedAfterwardsBy: [] })
  const { approveAfterwards } = await import('#lib/review/commands/approve-afterwards.ts')
  const { everyCheck } = await import('#lib/review/checklist.ts')
  await approveAfterwards(stage.reviewer, { ...on, digest: (await headOf(on)).head.digest, checked: everyCheck })
  expect(await told()).toMatchObject({ approvedBy: [], emergencyBy: 'administrator', approvedAfterwardsBy: ['reviewer'] })
  expect((await history.historyOf(stage.editor, (await published()).ref)).items[0]).toMatchObject({ emergencyBy: null })

  const back = await stage.build.approved(stage.cast, await begun())
  const { takeBack } = await import('#lib/review/commands/take-back.ts')
  await takeBack(stage.editor, { ...back, digest: (await headOf(back)).head.digest, state: 'approved' })
  await stage.build.emergency(stage.administrator, back)
  expect((await history.historyOf(stage.editor, back.ref)).items[0], 'an approval that was void by then').toMatchObject({
    approvedBy: ['reviewer'],
    emergencyBy: 'administrator',
    approvedAfterwardsBy: [],
  })
})

test('the autosaves of a sitting are told by their last; named saves, others and what was decided on stand apart', async () => {
  const on = await begun()
  const { editDraft } = await import('./commands/edit-draft.ts')
  const save = (basedOn: number, kind: 'save' | 'autosave', minute: number, by = stage.editor) =>
    editDraft(by, { ...on, basedOn, content: text(`Text ${basedOn}`), kind }, () => new Date(Date.UTC(2026, 10, 25, 14, minute)))
  for (const basedOn of [2, 3, 4]) await save(basedOn, 'autosave', basedOn)
  await save(5, 'save', 6)
  await save(6, 'autosave', 7)
  await save(7, 'autosave', 8, stage.administrator)
  await save(8, 'autosave', 40, stage.administrator)
  await save(9, 'autosave', 41, stage.administrator)
  const { items } = await history.historyOf(stage.editor, on.ref)
  expect(items.map(({ revision, since }) => [since, revision])).toEqual([
    [9, 10],
    [null, 8],
    [null, 7],
    [null, 6],
    [3, 5],
    [null, 2],
    [null, 1],
  ])
  await stage.build.returned(stage.cast, on, 'Name it.')
  await editDraft(stage.administrator, { ...on, basedOn: 10, content: text('Last'), kind: 'autosave' })
  expect((await history.historyOf(stage.editor, on.ref)).items[1]).toMatchObject({ revision: 10, since: 9, returnedBy: ['reviewer'] })
})

test('a long history is told in pages that miss nothing', async () => {
  const on = await begun()
  const { rows } = await stage.app.query('SELECT id FROM version WHERE measure_id = $1', [await stage.measureIdOf(on)])
  await stage.app.query(
    `INSERT INTO revision (version_id, number, content, origin, author_id, author_name)
     SELECT $1, n, '{"schemaVersion": 1}', 'form', $2, 'x' FROM generate_series(3, 130) n`,
    [rows[0].id, stage.editor.id],
  )
  const first = await history.historyOf(stage.editor, on.ref)
  const second = await history.historyOf(stage.editor, on.ref, first.older)
  expect(second.older).toBeNull()
  expect([...first.items, ...second.items].map(({ revision }) => revision)).toEqual(Array.from({ length: 130 }, (_, n) => 130 - n))
})

describe('an earlier text', () => {
  test('W6 of a published measure begins a new draft, and what is published stays', async () => {
    const on = await published()
    const before = await headOf(on)
    expect(await restoreRevision(stage.editor, { ref: on.ref, from: at(1, 1), basedOn: at(1, 2) })).toEqual(at(2, 1))
    expect(await headOf({ ref: on.ref, version: 2 })).toMatchObject({
      state: 'draft',
      head: { content: { changeKind: null, changeNote: '' } },
    })
    expect(await headOf(on)).toEqual(before)
  })

  test('of another version becomes the newest revision of the open draft, which keeps its change note', async () => {
    const on = await published()
    const next = await stage.build.amendment(stage.editor, on.ref, { ...text('Third'), changeKind: 'correction', changeNote: 'Mended.' })
    const { head } = await headOf(next)
    expect(await restoreRevision(stage.editor, { ref: on.ref, from: at(1, 2), basedOn: at(2, head.number) })).toEqual(
      at(2, head.number + 1),
    )
    expect((await headOf(next)).head.content).toMatchObject({ coverage: 'First', changeKind: 'correction', changeNote: 'Mended.' })
    await expect(restoreRevision(stage.editor, { ref: on.ref, from: at(1, 2), basedOn: at(2, head.number + 1) })).rejects.toThrow(
      'says this already',
    )
  })

  test('is refused to who may not, in review, unseen or unknown, and then nothing is written', async () => {
    const on = await begun()
    const foreigner = await stage.build.person({ email: 'de@test.org', role: 'editor', economies: ['DE'] })
    const from = at(1, 1)
    const count = async () => (await stage.app.query('SELECT count(*) FROM revision')).rows[0].count
    const before = await count()
    await expect(restoreRevision(foreigner, { ref: on.ref, from, basedOn: at(1, 2) })).rejects.toThrow(
      'only for the economies assigned to you',
    )
    await expect(restoreRevision(stage.editor, { ref: on.ref, from, basedOn: at(1, 1) })).rejects.toThrow('since you opened this page')
    await expect(restoreRevision(stage.editor, { ref: on.ref, from: at(7, 1), basedOn: at(1, 2) })).rejects.toThrow(
      'There is no revision 7.1',
    )
    await stage.build.submitted(stage.editor, on)
    await expect(restoreRevision(stage.editor, { ref: on.ref, from, basedOn: at(1, 2) })).rejects.toThrow(
      'is in review and cannot be edited',
    )
    expect(await count()).toBe(before)
  })

  test('D3 is brought back once when two ask at the same instant', async () => {
    const on = await published()
    const ask = () => restoreRevision(stage.editor, { ref: on.ref, from: at(1, 1), basedOn: at(1, 2) })
    const results = await Promise.allSettled([ask(), ask()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
