// D7: nothing published is ever purged. Whatever is done with a measure afterwards, what the world read of it is there, word for word.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

/** The digests of all revisions and of all published texts of a measure. */
const books = async ({ ref }: On) =>
  (
    await stage.app.query(
      `SELECT array(SELECT r.digest FROM revision r JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY r.id) AS revisions,
        array(SELECT digest FROM published.version WHERE ref = $1 ORDER BY number) AS published`,
      [ref],
    )
  ).rows[0] as { revisions: string[]; published: string[] }

test('D7 a hundred autosaves, a discarded draft and a further version leave every published text and revision as it was', async () => {
  const { editDraft } = await import('./commands/edit-draft.ts')
  const { discardDraft } = await import('./commands/discard-draft.ts')
  const content = (text: string) => stage.build.contentWith({ description: text, changeKind: 'editorial', changeNote: 'Note.' })
  const on = await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', content('First.')))
  const first = await books(on)
  const draft = await stage.build.amendment(stage.editor, on.ref, content('Begun.'))
  for (let basedOn = 2; basedOn < 102; basedOn++)
    await editDraft(stage.editor, { ...draft, basedOn, content: content(`Text ${basedOn}.`), kind: 'autosave' })
  await discardDraft(stage.editor, { ...draft, basedOn: 102 })
  await stage.build.published(stage.cast, await stage.build.amendment(stage.editor, on.ref, content('Third.')))
  const last = await books(on)
  expect(last.revisions.slice(0, first.revisions.length)).toEqual(first.revisions)
  expect(last.revisions).toHaveLength(first.revisions.length + 102 + 2)
  expect(last.published[0]).toBe(first.published[0])
  expect(last.published).toHaveLength(2)
})

test.each(['revision', 'version', 'measure', 'approval', 'published.snapshot', 'published.measure'])(
  'D7 not a row of %s can be deleted by the program',
  async (table) => {
    await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith()))
    expect(await stage.attempt([`DELETE FROM ${table}`])).toMatch(/permission denied|never deleted|never changed/)
    expect(await stage.attempt([`TRUNCATE ${table} CASCADE`])).toMatch(/permission denied|never deleted|never changed/)
  },
)
