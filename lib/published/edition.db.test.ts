// A transaction that changes anything the world is shown makes a new edition, once, and at its commit; what stays at the desk makes none.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { openEdition } from './edition-queries.ts'

let stage: Attacks
let owner: pg.Client
let open: ReturnType<typeof openEdition>

beforeAll(async () => {
  stage = await underAttack()
  owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  open = openEdition(stage.database.publicUrl)
})
afterAll(async () => {
  await open?.close()
  await owner?.end()
  await stage?.close()
})

const edition = async () => Number(await open.edition())
const raisedBy = async (work: () => Promise<unknown>): Promise<number> => {
  const before = await edition()
  await work()
  return (await edition()) - before
}

test('every table that is shown is watched, and every column of it that a view reads', async () => {
  const { rows } = await owner.query<{ shown: string; columns: string | null; watched: string | null }>(`
    SELECT s.shown::text, s.columns, pg_get_triggerdef(t.oid) AS watched FROM shown_tables() s
    LEFT JOIN pg_trigger t ON t.tgrelid = s.shown AND t.tgname = 'raise_edition' ORDER BY 1`)
  expect(rows.map(({ shown }) => shown)).toEqual(
    expect.arrayContaining([
      'act',
      'act_event',
      'economy',
      'impact',
      'law_change',
      'published.snapshot',
      'published.withdrawal',
      'verification',
    ]),
  )
  for (const { shown, columns, watched } of rows) {
    expect(watched, `${shown} is shown and not watched: migrate() calls watch_shown_tables() after every migration.`).not.toBeNull()
    if (columns) expect(watched, shown).toContain(`UPDATE OF ${columns}`)
  }
})

describe('a new edition', () => {
  test('L11 is made by publication, the next version, and withdrawal; once for each', async () => {
    const { build, cast, editor, reviewer } = stage
    const on = await build.approved(cast, await build.draft(editor, 'KZ', build.contentWith()))
    const { publish } = await import('#lib/review/commands/publish.ts')
    const { loadVersion } = await import('#lib/measures/queries.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const { digest } = (await loadVersion(deskDb(), on.ref, 1)).head
    expect(await raisedBy(() => publish(reviewer, { ...on, digest }))).toBe(1)
    const next = await build.approved(
      cast,
      await build.amendment(editor, on.ref, build.contentWith({ changeKind: 'editorial', changeNote: 'x' })),
    )
    const head = (await loadVersion(deskDb(), on.ref, 2)).head
    expect(await raisedBy(() => publish(reviewer, { ...next, digest: head.digest }))).toBe(1)
  })

  test('is made by a law change that is confirmed, and by an act that says more', async () => {
    const { build, cast, editor } = stage
    const act = await build.registered(editor, 'KZ', 'Law on Post', 'Since March 2011')
    await build.published(
      cast,
      await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', act, 'Law on Post', 'Since March 2011')] })),
    )
    expect(await raisedBy(() => build.confirmedLawChange(cast, act))).toBeGreaterThan(0)
    expect(await raisedBy(() => owner.query(`UPDATE act SET title = 'Law on Posts' WHERE ref = $1`, [act]))).toBe(1)
  })

  test('is not made by what stays at the desk', async () => {
    const { build, editor } = stage
    const made = await raisedBy(async () =>
      build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith({ description: 'A draft.' }))),
    )
    expect(made).toBe(0)
  })

  test('is seen with its change and not before: who holds back a commit holds back the number', async () => {
    const { app } = stage
    const before = await edition()
    await app.query('BEGIN')
    await app.query(`UPDATE economy SET name = name || ' ' WHERE code = 'KZ'`)
    await app.query('SET CONSTRAINTS ALL IMMEDIATE')
    expect(await edition()).toBe(before)
    await app.query('COMMIT')
    expect(await edition()).toBe(before + 1)
  })

  test('is made once however many rows change, and not by what is taken back', async () => {
    const { app } = stage
    expect(await raisedBy(() => app.query(`UPDATE economy SET name = rtrim(name)`))).toBe(1)
    expect(await stage.attempt([`UPDATE economy SET name = name || '!'`])).toBe('done')
    expect(await raisedBy(() => stage.attempt([`UPDATE economy SET name = name || '!'`]))).toBe(0)
  })
})

test('two transactions that make editions at once both succeed', async () => {
  const [one, two] = await Promise.all(
    [0, 1].map(async () => {
      const client = new pg.Client({ connectionString: stage.database.appUrl })
      await client.connect()
      return client
    }),
  )
  if (!one || !two) throw new Error('No connections.')
  const before = await edition()
  for (const client of [one, two]) await client.query('BEGIN')
  await one.query(`UPDATE economy SET name = name || ' ' WHERE code = 'KZ'`)
  await two.query(`UPDATE economy SET name = name || ' ' WHERE code = 'DE'`)
  await Promise.all([one.query('COMMIT'), two.query('COMMIT')])
  expect(await edition()).toBe(before + 2)
  await Promise.all([one.end(), two.end()])
})

test('a question that was asked after a commit knows of it, while others are under way', async () => {
  const { app } = stage
  for (let round = 0; round < 20; round++) {
    const before = await edition()
    const early = [open.edition(), open.edition()]
    await app.query(`UPDATE economy SET name = name WHERE code = 'KZ'`)
    const late = [open.edition(), open.edition()]
    await Promise.all(early)
    for (const answer of await Promise.all(late)) expect(Number(answer)).toBe(before + 1)
  }
})

test('the world can read the edition and not change it', async () => {
  await expect(stage.world.query('UPDATE published.edition SET number = 0')).rejects.toThrow(/permission denied/)
  expect(await stage.attempt([`DELETE FROM published.edition`])).toMatch(/permission denied|never deleted/)
})
