// Migrations and schema say the same, and migrations apply to an empty and to a filled database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { connect, databaseName, ensureDatabase, withDatabase } from './connection.ts'
import { drift, migrate, migrations } from './migrate.ts'

let database: TestDatabase
const made: string[] = []

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  const client = await connect(withDatabase(database.ownerUrl, 'postgres'))
  for (const name of made) await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await client.end()
  await database.drop()
})

/** An empty database on the same server. */
async function emptyDatabase(suffix: string): Promise<string> {
  const name = `${databaseName(database.ownerUrl)}_${suffix}`
  made.push(name)
  await ensureDatabase(withDatabase(database.ownerUrl, name))
  return withDatabase(database.ownerUrl, name)
}

test('prisma/schema and prisma/migrations agree', async () => {
  expect(await drift(database.ownerUrl)).toBe('')
})

test('all migrations apply to an empty database, and then again change nothing', async () => {
  const url = await emptyDatabase('empty')
  expect(await migrate(url)).toEqual(migrations().map(({ name }) => name))
  expect(await migrate(url)).toEqual([])
})

test('several processes may migrate at once', async () => {
  const url = await emptyDatabase('at_once')
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.flat()).toEqual(migrations().map(({ name }) => name))
})

test('the last migration applies to a database with rows in it, and keeps them', async () => {
  const url = await emptyDatabase('filled')
  await migrate(url, migrations().slice(0, -1))
  const client = await connect(url)
  const person = await client.query(`SELECT to_regclass('public.person') AS found`)
  if (person.rows[0].found) {
    await client.query(`INSERT INTO economy (code, name) VALUES ('KZ', 'Kazakhstan')`)
    await client.query(`INSERT INTO person (email, name, role, password_hash) VALUES ('editor@example.org', 'Edda Editor', 'editor', '-')`)
    await client.query(`INSERT INTO measure (economy_code, number, ref, created_by_id) SELECT 'KZ', 1, 'KZ-0001', id FROM person`)
  }
  expect(await migrate(url)).toEqual([migrations().at(-1)?.name])
  const { rows } = await client.query('SELECT count(*)::int AS n FROM measure')
  await client.end()
  expect(rows[0].n).toBe(person.rows[0].found ? 1 : 0)
})

test('figures that were published before decision 30 never end any more, and nothing else of their snapshots changes', async () => {
  const url = await emptyDatabase('figures')
  const at = migrations().findIndex(({ name }) => name.endsWith('_figures_never_end'))
  await migrate(url, migrations().slice(0, at))
  const client = await connect(url)
  const figure = '{"kind": "figure", "year": "2015"}'
  const bases = {
    'KZ-0001': `[${figure}]`,
    'KZ-0002': `[${figure}, {"kind": "act", "events": [{"kind": "repealed", "date": "2010"}]}]`,
    'KZ-0003': '[{"kind": "figure", "year": ""}]',
  }
  await client.query('SET session_replication_role = replica')
  for (const [ref, list] of Object.entries(bases)) {
    const days = ref === 'KZ-0003' ? '{}' : '{[2015-01-01,2016-01-01)}'
    await client.query(
      `INSERT INTO published.version (ref, number, economy_code, sub_pillar, pillar, content, digest, authors, approved_by, published_at, is_current,
         published_during, in_force, maybe_in_force)
       VALUES ($1, 1, 'KZ', '8.3', 8, jsonb_build_object('bases', $2::jsonb), 'd', '{A}', 'B', '2020-01-01', true, '[2020-01-01,)', $3, $3)`,
      [ref, list, days],
    )
    await client.query('SELECT published.put_listing($1, 1)', [ref])
  }
  await client.query('RESET session_replication_role')
  const others = `SELECT md5(string_agg((to_jsonb(v) - 'maybe_in_force')::text, '' ORDER BY ref)) AS all FROM published.version v`
  const before = (await client.query(others)).rows
  await migrate(url, migrations().slice(0, at + 1))
  const { rows } = await client.query(
    `SELECT v.maybe_in_force::text AS days, v.maybe_in_force = l.maybe_in_force AS listed FROM published.version v
       JOIN published.listing l USING (ref, number) ORDER BY ref`,
  )
  expect(rows).toEqual(['{[2015-01-01,)}', '{[2015-01-01,2016-01-01)}', '{(,)}'].map((days) => ({ days, listed: true })))
  expect((await client.query(others)).rows).toEqual(before)
  await expect(client.query("UPDATE published.version SET digest = 'x'")).rejects.toThrow('append-only')
  await client.end()
})

describe('texts that were published before decision 31', () => {
  const published = async (name: string, content: string) => {
    const url = await emptyDatabase(name)
    const at = migrations().findIndex(({ name }) => name.endsWith('_texts_once'))
    await migrate(url, migrations().slice(0, at))
    const client = await connect(url)
    await client.query('SET session_replication_role = replica')
    for (const sql of [
      `INSERT INTO measure (id, economy_code, number, ref, created_by_id) VALUES (7, 'KZ', 1, 'KZ-0001', 1)`,
      `INSERT INTO version (id, measure_id, number, state, started_by_id, published_by_id, published_during)
       VALUES (8, 7, 1, 'published', 1, 1, '[2020-01-01,)')`,
      `INSERT INTO revision (id, version_id, number, content, origin, author_id, author_name)
       SELECT n, 8, n, jsonb_build_object('schemaVersion', 1, 'description', 'Text ' || n), 'form', 1, 'A' FROM generate_series(1, 3) n`,
      `INSERT INTO published.version (ref, number, economy_code, sub_pillar, pillar, content, digest, authors, approved_by, published_at, is_current,
         published_during, in_force, maybe_in_force)
       SELECT 'KZ-0001', 1, 'KZ', '8.3', 8, ${content}, digest, '{A}', 'B', '2020-01-01', true, '[2020-01-01,)', '{}', '{}' FROM revision WHERE id = 3`,
    ])
      await client.query(sql)
    await client.query('RESET session_replication_role')
    return { client, go: () => migrate(url, migrations().slice(0, at + 1)) }
  }

  test('are read as they were, each from its revision', async () => {
    const { client, go } = await published('once', 'content')
    const all = 'SELECT to_jsonb(v) AS row FROM published.version v'
    const before = (await client.query(all)).rows
    await go()
    expect((await client.query(all)).rows).toEqual(before)
    expect((await client.query('SELECT revision_id FROM published.snapshot')).rows).toEqual([{ revision_id: 3 }])
    await expect(client.query('UPDATE published.snapshot SET revision_id = 1')).rejects.toThrow('append-only')
    await client.end()
  })

  test('stop the migration where they are not the text of the last revision, to the byte', async () => {
    const { client, go } = await published('other', `content || '{"description": "Other"}'`)
    await expect(go()).rejects.toThrow()
    expect((await client.query('SELECT content FROM published.version')).rows[0].content.description).toBe('Other')
    await client.end()
  })
})

test('a database that is newer than the program is refused', async () => {
  await expect(migrate(database.ownerUrl, migrations().slice(0, -1))).rejects.toThrow(/newer than this program/)
})
