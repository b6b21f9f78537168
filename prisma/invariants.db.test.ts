// Every invariant of the design, attacked with raw SQL as the application's own role. A name begins with the row of the design or of the failures that it answers.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'

let database: TestDatabase
let app: pg.Client
let world: pg.Client
let build: typeof import('#lib/testing/builders.ts')
let editor: Actor
let reviewer: Actor
let administrator: Actor

beforeAll(async () => {
  database = await testDatabase()
  build = await import('#lib/testing/builders.ts')
  app = new pg.Client({ connectionString: database.appUrl })
  world = new pg.Client({ connectionString: database.publicUrl })
  await Promise.all([app.connect(), world.connect()])
  // The role's default is read-only: switched off here, so that its rights are what refuses.
  await world.query('SET default_transaction_read_only = off')
  editor = await build.person({ email: 'editor@test.org', role: 'editor' })
  reviewer = await build.person({ email: 'reviewer@test.org', role: 'reviewer' })
  administrator = await build.person({ email: 'administrator@test.org', role: 'administrator' })
})

afterAll(async () => {
  const { closeDb } = await import('#lib/system/db.ts')
  await Promise.all([app?.end(), world?.end(), closeDb()])
  await database?.drop()
})

/** Runs SQL as the application's role; the error's text, or 'done'. */
const attack = (sql: string, values: unknown[] = []) =>
  app.query(sql, values).then(
    () => 'done',
    (error: Error) => error.message,
  )

/** The same inside a transaction that is rolled back, deferred constraints checked. */
async function attempt(...statements: [string, unknown[]?][]): Promise<string> {
  await app.query('BEGIN')
  try {
    for (const [sql, values] of statements) await app.query(sql, values ?? [])
    await app.query('SET CONSTRAINTS ALL IMMEDIATE')
    return 'done'
  } catch (error) {
    return (error as Error).message
  } finally {
    await app.query('ROLLBACK')
  }
}

async function idOf(on: { ref: string; version: number }): Promise<number> {
  const { rows } = await app.query('SELECT v.id FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 AND v.number = $2', [
    on.ref,
    on.version,
  ])
  return rows[0].id
}
async function headOf(versionId: number): Promise<{ id: number; digest: string; number: number }> {
  return (await app.query('SELECT id, digest, number FROM revision WHERE version_id = $1 ORDER BY number DESC LIMIT 1', [versionId]))
    .rows[0]
}

const cast = () => ({ editor, reviewer })
const approvalOf = (versionId: number, head: { id: number; digest: string }, by: Actor): [string, unknown[]] => [
  `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name) VALUES ($1, $2, $3, $4, 'x')`,
  [versionId, head.id, head.digest, by.id],
]
const publishRow = (versionId: number): [string, unknown[]] => [
  `UPDATE version SET state = 'published', published_by_id = $2, published_during = tstzrange(now(), NULL) WHERE id = $1`,
  [versionId, editor.id],
]
const revisionRow = (versionId: number, number: number, by: Actor, content = { schemaVersion: 1 }): [string, unknown[]] => [
  `INSERT INTO revision (version_id, number, content, origin, author_id, author_name) VALUES ($1, $2, $3, 'form', $4, 'x')`,
  [versionId, number, JSON.stringify(content), by.id],
]

describe('1 one published and one open version', () => {
  test('a second open version is refused', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const { rows } = await app.query('SELECT measure_id FROM version WHERE id = $1', [await idOf(on)])
    expect(
      await attempt(['INSERT INTO version (measure_id, number, started_by_id) VALUES ($1, 2, $2)', [rows[0].measure_id, editor.id]]),
    ).toMatch(/version_one_open/)
  })
  test('a second published version is refused', async () => {
    const on = await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
    const next = await build.approved(
      cast(),
      await build.amendment(editor, on.ref, build.contentWith({ changeKind: 'editorial', changeNote: 'x', coverage: 'Other' })),
    )
    expect(await attempt(publishRow(await idOf(next)))).toMatch(/version_one_published|version_periods_apart/)
  })
})

test('2 periods of publication never overlap', async () => {
  const on = await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
  const next = await build.approved(
    cast(),
    await build.amendment(editor, on.ref, build.contentWith({ changeKind: 'editorial', changeNote: 'x', coverage: 'Other' })),
  )
  const [first, second] = [await idOf(on), await idOf(next)]
  const message = await attempt(
    [
      `UPDATE version SET state = 'superseded', published_during = tstzrange(lower(published_during), now() + interval '1 day') WHERE id = $1`,
      [first],
    ],
    publishRow(second),
  )
  expect(message).toMatch(/version_periods_apart/)
})

describe('3 A2 append-only rows', () => {
  const tables = [
    'measure',
    'revision',
    'approval',
    'review_return',
    'withdrawal',
    'withdrawal_decision',
    'audit_entry',
    'published.withdrawal',
  ]
  test.each(tables)('%s: UPDATE, DELETE and TRUNCATE are refused to the application', async (table) => {
    const { rows } = await app.query(`SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`, [table])
    for (const sql of [
      `UPDATE ${table} SET ${rows[0].attname} = ${rows[0].attname}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      expect(await attempt([sql]), sql).toMatch(/append-only|permission denied/)
    }
  })
  test.each(tables)('%s: even to its owner', async (table) => {
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const error = await owner.query(`DELETE FROM ${table}`).catch((error: Error) => error.message)
    await owner.end()
    expect(error).toMatch(/append-only/)
  })
  test('a published snapshot: its text, its period and its row stay', async () => {
    await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
    for (const change of [
      `content = '{"schemaVersion": 1}'`,
      `digest = 'x'`,
      `approved_by = 'x'`,
      `published_at = now()`,
      `published_during = tstzrange(now(), NULL)`,
    ]) {
      expect(await attempt([`UPDATE published.version SET ${change}`]), change).toMatch(/append-only/)
    }
    expect(await attempt(['DELETE FROM published.version'])).toMatch(/never deleted|permission denied/)
    expect(await attempt(['DELETE FROM published.measure'])).toMatch(/never deleted|permission denied/)
  })
})

describe('4 approval', () => {
  test('W1 W3 nobody approves what they wrote any part of, an administrator neither', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const id = await idOf(on)
    await app.query(...revisionRow(id, 3, administrator, { ...build.contentWith(), coverage: 'Mine' } as never))
    await build.submitted(editor, on)
    const head = await headOf(id)
    expect(await attempt(approvalOf(id, head, administrator))).toMatch(/nobody decides on what they wrote/)
    expect(await attempt(approvalOf(id, head, editor))).toMatch(/nobody decides on what they wrote/)
    expect(await attempt(approvalOf(id, head, reviewer))).toBe('done')
  })
  test('an editor, or somebody disabled, does not approve', async () => {
    const other = await build.person({ email: 'other@test.org', role: 'editor' })
    const gone = await build.person({ email: 'gone@test.org', role: 'reviewer' })
    await app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id])
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    for (const by of [other, gone]) expect(await attempt(approvalOf(id, await headOf(id), by))).toMatch(/only reviewers and administrators/)
  })
  test('it names the newest revision and its digest', async () => {
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    const head = await headOf(id)
    const first = (await app.query('SELECT id, digest FROM revision WHERE version_id = $1 AND number = 1', [id])).rows[0]
    expect(await attempt(approvalOf(id, first, reviewer))).toMatch(/newest revision/)
    expect(await attempt(approvalOf(id, { ...head, digest: head.digest.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }, reviewer))).toMatch(
      /newest revision/,
    )
  })
  test('without one nothing is approved, scheduled or published', async () => {
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    expect(await attempt([`UPDATE version SET state = 'approved' WHERE id = $1`, [id]])).toMatch(/not approved by a second person/)
    expect(await attempt(publishRow(id))).toMatch(/cannot become published/)
  })
  test('W2 after approval no revision can be added, and a changed text needs another approval', async () => {
    const on = await build.approved(cast(), await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    expect(await attempt(revisionRow(id, 3, editor))).toMatch(/takes no revision/)
    const message = await attempt(
      [`UPDATE version SET state = 'draft' WHERE id = $1`, [id]],
      revisionRow(id, 3, editor),
      [`UPDATE version SET state = 'in_review' WHERE id = $1`, [id]],
      [`UPDATE version SET state = 'approved' WHERE id = $1`, [id]],
    )
    expect(message).toMatch(/not approved by a second person/)
  })
  test('W2 a digest cannot be stated: PostgreSQL computes it from the text', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const id = await idOf(on)
    const sql = `INSERT INTO revision (version_id, number, content, digest, origin, author_id, author_name) VALUES ($1, 3, '{"schemaVersion":1}', 'aa', 'form', $2, 'x')`
    expect(await attempt([sql, [id, editor.id]])).toMatch(/generated column|non-DEFAULT/)
  })
  test('a snapshot is the approved text, byte for byte', async () => {
    const on = await build.approved(cast(), await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    const snapshot = (content: string): [string, unknown[]] => [
      `INSERT INTO published.version (ref, number, economy_code, sub_pillar, pillar, content, digest, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force, search)
       SELECT $1, $2, 'KZ', '8.4', 8, ${content}, r.digest, '{}', 'x', now(), true, tstzrange(now(), NULL), '{}', '{}', ''
       FROM revision r WHERE r.version_id = $3 ORDER BY r.number DESC LIMIT 1`,
      [on.ref, on.version, id],
    ]
    const measure: [string, unknown[]] = [
      `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at) VALUES ($1, 'KZ', 'published', 1, now(), now())`,
      [on.ref],
    ]
    expect(await attempt(publishRow(id), measure, snapshot(`jsonb_set(r.content, '{coverage}', '"Everything"')`))).toMatch(
      /must be the approved text/,
    )
    expect(await attempt(measure, snapshot('r.content')), 'not published at the desk').toMatch(/must be the approved text/)
    expect(await attempt(publishRow(id)), 'published at the desk only').toMatch(/published at the desk and not to the world/)
    expect(await attempt(publishRow(id), measure, snapshot('r.content'))).toBe('done')
  })
})

test('W4 a withdrawal needs a request and a second person', async () => {
  const on = await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
  const id = await idOf(on)
  const withdraw: [string, unknown[]] = [
    `UPDATE version SET state = 'withdrawn', published_during = tstzrange(lower(published_during), clock_timestamp()) WHERE id = $1`,
    [id],
  ]
  const request: [string, unknown[]] = [
    `INSERT INTO withdrawal (version_id, reason, requested_by_id, requester_name) VALUES ($1, 'Wrong', $2, 'x')`,
    [id, reviewer.id],
  ]
  const confirm = (by: Actor): [string, unknown[]] => [
    `INSERT INTO withdrawal_decision (withdrawal_id, confirmed, decided_by_id, decider_name) SELECT max(id), true, $1, 'x' FROM withdrawal`,
    [by.id],
  ]
  expect(await attempt(withdraw)).toMatch(/needs a request and its confirmation/)
  expect(await attempt(request, withdraw)).toMatch(/needs a request and its confirmation/)
  expect(await attempt(request, confirm(reviewer))).toMatch(/who did not ask for it/)
  expect(await attempt(request, confirm(editor))).toMatch(/who did not ask for it/)
  expect(await attempt(request, request)).toMatch(/already waiting/)
})

describe('5 the public role', () => {
  test('reads published and nothing else', async () => {
    const { rows } = await app.query(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    expect(rows.length).toBeGreaterThan(15)
    for (const { name } of rows) await expect(world.query(`SELECT * FROM ${name}`), name).rejects.toThrow(/permission denied/)
    await expect(world.query('SELECT ref FROM published.measure')).resolves.toBeDefined()
    expect((await world.query(`SELECT current_user AS is, session_user AS began`)).rows[0]).toEqual({
      is: expect.stringMatching(/_public$/),
      began: expect.stringMatching(/_public$/),
    })
  })
  test.each([
    'INSERT INTO published.measure SELECT * FROM published.measure',
    'UPDATE published.measure SET ref = ref',
    'DELETE FROM published.version',
    'CREATE TABLE published.t (a int)',
    'CREATE TABLE public.t (a int)',
    'CREATE TEMP TABLE t (a int)',
    'SET ROLE postgres',
  ])('does not: %s', async (sql) => {
    await expect(world.query(sql)).rejects.toThrow(/permission denied|must be able to SET ROLE|does not exist/)
  })
})

describe('6 numbers', () => {
  test.each([0, 2, 7])('a measure of a new economy has number 1, not %i', async (number) => {
    const ref = `FR-${String(number).padStart(4, '0')}`
    expect(
      await attempt([`INSERT INTO measure (economy_code, number, ref, created_by_id) VALUES ('FR', $1, $2, $3)`, [number, ref, editor.id]]),
    ).toMatch(/has the number 1/)
  })
  test('a ref says economy and number', async () => {
    expect(
      await attempt([`INSERT INTO measure (economy_code, number, ref, created_by_id) VALUES ('FR', 1, 'FR-0009', $1)`, [editor.id]]),
    ).toMatch(/measure_ref_matches/)
  })
  test('versions and revisions are numbered without a gap', async () => {
    const on = await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    const { rows } = await app.query('SELECT measure_id FROM version WHERE id = $1', [id])
    for (const number of [1, 3])
      expect(
        await attempt([
          'INSERT INTO version (measure_id, number, started_by_id) VALUES ($1, $2, $3)',
          [rows[0].measure_id, number, editor.id],
        ]),
      ).toMatch(/next version has the number 2/)
    const draft = await idOf(await build.draft(editor, 'KZ', build.contentWith()))
    for (const number of [1, 2, 4]) expect(await attempt(revisionRow(draft, number, editor))).toMatch(/next revision has the number 3/)
  })
  test('measures and versions are never deleted, a discarded number is not used again', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const id = await idOf(on)
    expect(await attempt(['DELETE FROM version WHERE id = $1', [id]])).toMatch(/never deleted|permission denied/)
    expect(await attempt(['UPDATE version SET number = 9 WHERE id = $1', [id]])).toMatch(/never changes/)
  })
  test('ten people begin a measure of one economy at once: ten numbers', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => build.draft(editor, 'NO', build.contentWith())))
    expect(made.map(({ ref }) => ref).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `NO-${String(i + 1).padStart(4, '0')}`))
  })
})

test('the database takes exactly the transitions of the workflow table', async () => {
  const { transitions } = await import('#lib/review/workflow.ts')
  const { versionStates } = await import('#lib/measures/version.ts')
  const { rows } = await app.query(`SELECT pg_get_functiondef('check_version'::regproc) AS body`)
  const allowed = new Set([...rows[0].body.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from} → ${to}`))
  const wanted = Object.values(transitions).flatMap((rule) =>
    rule.from.flatMap((from) => (rule.to === null ? [] : [`${from} → ${rule.to}`])),
  )
  // Beside the table: superseding is part of publishing; the scheduled state is the database's already.
  const beside = [
    'published → superseded',
    'returned → draft',
    'approved → scheduled',
    'scheduled → approved',
    'scheduled → draft',
    'scheduled → published',
  ]
  expect([...allowed].sort()).toEqual([...new Set([...wanted, ...beside])].sort())
  for (const pair of allowed) expect(pair.split(' → ').every((state) => (versionStates as readonly string[]).includes(state))).toBe(true)
})

test('every foreign key has an index that begins with its columns', async () => {
  const { rows } = await app.query(`
    SELECT c.conrelid::regclass::text AS "table", c.conname FROM pg_constraint c
    WHERE c.contype = 'f' AND NOT EXISTS (
      SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
        AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)`)
  expect(rows).toEqual([])
})

test('state is refused where it cannot be: nothing begins published (L4)', async () => {
  const on = await build.published(cast(), await build.draft(editor, 'KZ', build.contentWith()))
  const { rows } = await app.query('SELECT measure_id FROM version WHERE id = $1', [await idOf(on)])
  const sql = `INSERT INTO version (measure_id, number, started_by_id, state, published_by_id, published_during) VALUES ($1, 2, $2, 'published', $2, tstzrange(now(), NULL))`
  expect(await attack(sql, [rows[0].measure_id, editor.id])).toMatch(/begins as a draft/)
})
