// What the two roles may do, tried with raw SQL as each of them.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { ensureRoles } from './roles.ts'

let database: TestDatabase
let app: pg.Client
let reader: pg.Client
const open = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

beforeAll(async () => {
  database = await testDatabase()
  app = await open(database.appUrl)
  reader = await open(database.publicUrl)
})
afterAll(async () => {
  await Promise.all([app?.end(), reader?.end()])
  await database?.drop()
})

const tables = async (schema: string) => {
  const owner = await open(database.ownerUrl)
  const { rows } = await owner.query<{ name: string }>('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1', [
    schema,
  ])
  await owner.end()
  return rows.map((row) => row.name)
}

describe('the public role', () => {
  test('reads everything in published', async () => {
    for (const table of await tables('published'))
      await expect(reader.query(`SELECT * FROM published.${table} LIMIT 1`)).resolves.toBeDefined()
  })

  test('reads nothing in public', async () => {
    const names = await tables('public')
    expect(names).toContain('revision')
    for (const table of names)
      await expect(reader.query(`SELECT * FROM public.${table} LIMIT 1`), table).rejects.toMatchObject({ code: '42501' })
  })

  test('writes nothing, whatever it sets for its session', async () => {
    await reader.query('SET default_transaction_read_only = off')
    for (const table of await tables('published'))
      await expect(reader.query(`DELETE FROM published.${table}`), table).rejects.toThrow(/permission denied|cannot delete/)
    await expect(reader.query('CREATE TABLE published.mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(reader.query('CREATE TABLE public.mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(reader.query('SET ROLE postgres')).rejects.toThrow()
  })
})

describe('the role of the desk', () => {
  test('neither changes nor deletes append-only rows, and empties no table', async () => {
    for (const table of ['measure', 'revision', 'approval', 'audit_entry']) {
      await expect(app.query(`UPDATE public.${table} SET id = id`), table).rejects.toMatchObject({ code: '42501' })
      await expect(app.query(`DELETE FROM public.${table}`), table).rejects.toMatchObject({ code: '42501' })
    }
    for (const table of await tables('public'))
      await expect(app.query(`TRUNCATE public.${table} CASCADE`), table).rejects.toMatchObject({ code: '42501' })
  })

  test('creates nothing, drops no trigger and does not see the record of migrations', async () => {
    await expect(app.query('CREATE TABLE public.mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('DROP TRIGGER append_only ON public.revision')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('ALTER TABLE public.revision DISABLE TRIGGER ALL')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('SET session_replication_role = replica')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('SELECT * FROM public._prisma_migrations')).rejects.toMatchObject({ code: '42501' })
  })

  test('finds the operators of the extensions', async () => {
    await expect(app.query(`SELECT 'law' % 'laws', 1 <-> 2`)).resolves.toBeDefined()
  })
})

test('roles that an administrator made are taken as they are, the reader read-only', async () => {
  const careful = await open(database.publicUrl)
  expect((await careful.query('SHOW default_transaction_read_only')).rows).toEqual([{ default_transaction_read_only: 'on' }])
  await careful.end()
  await expect(ensureRoles(database.ownerUrl, 'any', database)).resolves.toMatchObject({ publicUrl: database.publicUrl })
})

test('a role that can read a draft is refused for the public site', async () => {
  const owner = await open(database.ownerUrl)
  const { rows } = await owner.query('SELECT rolname FROM pg_roles WHERE rolname = $1', [new URL(database.publicUrl).username])
  expect(rows).toHaveLength(1)
  await owner.query('CREATE SCHEMA elsewhere')
  await owner.query('CREATE VIEW elsewhere.draft AS SELECT * FROM public.revision')
  await owner.query('GRANT USAGE ON SCHEMA elsewhere TO PUBLIC')
  await owner.query('GRANT SELECT ON elsewhere.draft TO PUBLIC')
  await owner.end()
  await expect(ensureRoles(database.ownerUrl, 'any', database)).rejects.toThrow(/has rights on elsewhere.draft that it must not have/)
})
