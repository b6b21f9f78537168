// Numbers, periods, append-only rows and the public role, attacked with raw SQL as the application's own role. A name begins with its row of the design or of the failures.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, publishRow, revisionRow, underAttack } from '#lib/testing/attacks.ts'

let attacks: Attacks
let { app, attempt, build, cast, database, editor, idOf, world } = {} as Attacks

beforeAll(async () => {
  attacks = await underAttack()
  ;({ app, attempt, build, cast, database, editor, idOf, world } = attacks)
})

afterAll(() => attacks?.close())

describe('1 one published and one open version', () => {
  test('a second open version is refused', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const { rows } = await app.query('SELECT measure_id FROM version WHERE id = $1', [await idOf(on)])
    expect(
      await attempt(['INSERT INTO version (measure_id, number, started_by_id) VALUES ($1, 2, $2)', [rows[0].measure_id, editor.id]]),
    ).toMatch(/version_one_open/)
  })
  test('a second published version is refused', async () => {
    const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
    const next = await build.approved(
      cast,
      await build.amendment(editor, on.ref, build.contentWith({ changeKind: 'editorial', changeNote: 'x', coverage: 'Other' })),
    )
    expect(await attempt(publishRow(await idOf(next), editor))).toMatch(/version_one_published|version_periods_apart/)
  })
})

test('2 periods of publication never overlap', async () => {
  const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
  const next = await build.approved(
    cast,
    await build.amendment(editor, on.ref, build.contentWith({ changeKind: 'editorial', changeNote: 'x', coverage: 'Other' })),
  )
  const [first, second] = [await idOf(on), await idOf(next)]
  const message = await attempt(
    [
      `UPDATE version SET state = 'superseded', published_during = tstzrange(lower(published_during), now() + interval '1 day') WHERE id = $1`,
      [first],
    ],
    publishRow(second, editor),
  )
  expect(message).toMatch(/version_periods_apart/)
})

/** What changes by its nature: states and settings, what is being worked on, what is computed again. What somebody did or decided is not among them. */
const changing = [
  '_prisma_migrations',
  'act',
  'act_event',
  'bulk',
  'bulk_item',
  'economic_union',
  'economy',
  'editing',
  'impact',
  'import_act',
  'import_basis',
  'import_batch',
  'import_item',
  'import_problem',
  'mail_preference',
  'notification',
  'person',
  'person_economy',
  'pillar',
  'preview_opening',
  'published.edition',
  'published.listing',
  'published.measure',
  'published.snapshot',
  'published.word',
  'published.wording',
  'schedule',
  'sign_in_throttle',
  'sub_pillar',
  'taxonomy_alias',
  'taxonomy_edition',
  'union_member',
  'version',
]

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
    'published.cited_act',
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
  test('A2 complete: a table takes changes only where it is named here', async () => {
    const { rows } = await app.query(
      `SELECT concat(CASE n.nspname WHEN 'published' THEN 'published.' END, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'published')
         AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc AND t.tgenabled <> 'D')
       ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(changing)
  })
  test('a published snapshot: its text, its period and its row stay', async () => {
    await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
    for (const change of [
      'revision_id = revision_id + 1',
      `approved_by = 'x'`,
      `published_at = now()`,
      `published_during = tstzrange(now(), NULL)`,
    ]) {
      expect(await attempt([`UPDATE published.snapshot SET ${change}`]), change).toMatch(/append-only/)
    }
    expect(await attempt(['DELETE FROM published.snapshot'])).toMatch(/never deleted|permission denied/)
    expect(await attempt(['DELETE FROM published.measure'])).toMatch(/never deleted|permission denied/)
  })
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
    'DELETE FROM published.snapshot',
    'UPDATE published.version SET number = number',
    'CREATE TABLE published.t (a int)',
    'CREATE TABLE public.t (a int)',
    'SET ROLE postgres',
  ])('does not: %s', async (sql) => {
    await expect(world.query(sql)).rejects.toThrow(/permission denied|must be able to SET ROLE|does not exist|cannot update view/)
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
    const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
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
  // In an emergency the database asks for its row, and for no pair of the list: emergency.db.test.ts.
  const wanted = Object.entries(transitions).flatMap(([name, rule]) =>
    rule.from.flatMap((from) => (rule.to === null || name === 'publish in emergency' ? [] : [`${from} → ${rule.to}`])),
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
    WHERE c.contype = 'f' AND c.connamespace <> 'jobs'::regnamespace -- pg-boss knows its own tables
      AND NOT EXISTS (
      SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
        AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)`)
  expect(rows).toEqual([])
})

test('state is refused where it cannot be: nothing begins published (L4)', async () => {
  const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
  const { rows } = await app.query('SELECT measure_id FROM version WHERE id = $1', [await idOf(on)])
  const sql = `INSERT INTO version (measure_id, number, started_by_id, state, published_by_id, published_during) VALUES ($1, 2, $2, 'published', $2, tstzrange(now(), NULL))`
  expect(await attempt([sql, [rows[0].measure_id, editor.id]])).toMatch(/begins as a draft/)
})
