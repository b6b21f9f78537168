// W9 and A1: nobody's rights come from the audit trail, each entry keeps the name of who did it, and what was mended is a row more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyCheck } from '#lib/review/checklist.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest, checked: everyCheck })
const entries = async ({ ref }: On) => (await stage.app.query('SELECT * FROM audit_entry WHERE measure_ref = $1 ORDER BY id', [ref])).rows

/** An entry as a confused program could leave it: in the name of somebody who did nothing. */
const falseEntry = ({ ref, version }: On, by: { id: number; name: string }, action: string) =>
  stage.app.query(
    `INSERT INTO audit_entry (at, actor_id, actor_name, action, measure_ref, version_number, details)
     SELECT now(), $1, $2, $3, $4, $5, jsonb_build_object('revision', 2, 'digest', (SELECT details ->> 'digest' FROM audit_entry WHERE measure_ref = $4 AND details ? 'digest' LIMIT 1))`,
    [by.id, by.name, action, ref, version],
  )

test('W9 who is barred and who is not is read from the revisions: an entry in the wrong name changes neither', async () => {
  const { approve } = await import('#lib/review/commands/approve.ts')
  const { publish } = await import('#lib/review/commands/publish.ts')
  const author = stage.administrator
  const on = await stage.build.submitted(author, await stage.build.draft(author, 'KZ', stage.build.contentWith()))
  await falseEntry(on, stage.reviewer, 'draft.saved')
  await falseEntry(on, stage.editor, 'draft.saved')
  await expect(approve(author, await decision(on))).rejects.toThrow(/^You wrote part of this version/)
  await falseEntry(on, stage.reviewer, 'version.approved')
  await expect(publish(stage.reviewer, await decision(on))).rejects.toThrow(/is in review since/)
  await approve(stage.reviewer, await decision(on))
  await publish(stage.reviewer, await decision(on))
})

test('W9 twenty deeds of two people at the same time: each entry and each revision has the name of who did it', async () => {
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const another = await stage.build.person({ email: 'another@test.org' })
  const drafts = await Promise.all(Array.from({ length: 20 }, begun))
  const by = (index: number) => (index % 2 === 0 ? stage.editor : another)
  await Promise.all(
    drafts.map((on, index) =>
      editDraft(by(index), { ...on, basedOn: 2, content: stage.build.contentWith({ coverage: `By ${by(index).name}` }) }),
    ),
  )
  for (const [index, on] of drafts.entries()) {
    const last = (await entries(on)).at(-1)
    expect([last.actor_id, last.actor_name, last.details.revision]).toEqual([by(index).id, by(index).name, 3])
    const { rows } = await stage.app.query(
      'SELECT author_id, author_name, content ->> $2 AS coverage FROM revision WHERE version_id = $1 AND number = 3',
      [await stage.idOf(on), 'coverage'],
    )
    expect(rows).toEqual([{ author_id: by(index).id, author_name: by(index).name, coverage: `By ${by(index).name}` }])
  }
})

test('A1 a correction is a further version, revision and entry: every row that was there is as it was', async () => {
  const on = await stage.build.published(stage.cast, await begun())
  const books = async () => ({
    entries: await entries(on),
    revisions: (
      await stage.app.query(
        'SELECT r.* FROM revision r JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY r.id',
        [on.ref],
      )
    ).rows,
    published: (
      await stage.app.query('SELECT ref, number, content, digest, published_at FROM published.version WHERE ref = $1 ORDER BY number', [
        on.ref,
      ])
    ).rows,
  })
  const before = await books()
  const mended = stage.build.contentWith({ coverage: 'Mail', changeKind: 'correction', changeNote: 'It covers mail alone.' })
  await stage.build.published(stage.cast, await stage.build.amendment(stage.editor, on.ref, mended))
  const after = await books()
  for (const book of ['entries', 'revisions', 'published'] as const) {
    expect(after[book].slice(0, before[book].length), book).toEqual(before[book])
    expect(after[book].length, book).toBeGreaterThan(before[book].length)
  }
})
